import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/app/components/ui/data-table";
import { DateTime } from "~/app/components/ui/date-time";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { Tag } from "~/app/components/ui/tag";
import { guard } from "~/app/http/guard.server";
import { roleText } from "~/app/navigation-text";
import { listAccounts } from "~/app/services/accounts/list-accounts.server";

export const meta = () => [{ title: pageTitle("Accounts") }];

export const loader = guard({ permission: "account:list", audit: "ACCOUNT_LISTED" }, async ({ ctx }) => ({
  accounts: (await listAccounts(ctx)).map((account) => ({ ...account, role: roleText(account.kind, []) })),
}));

type Account = ReturnType<typeof useLoaderData<typeof loader>>["accounts"][number];

const COLUMNS = [
  { header: "Name", cell: (account: Account) => account.displayName, rowHeader: true },
  { header: "E-mail", cell: (account: Account) => account.email },
  {
    header: "Role",
    cell: (account: Account) => (account.bcuCode ? `${account.role}, ${account.bcuCode}` : account.role),
  },
  { header: "Since", cell: (account: Account) => <DateTime value={account.createdAt} show="date" /> },
  {
    header: "State",
    cell: (account: Account) =>
      account.isDisabled ? <Tag tone="bad">Disabled</Tag> : <Tag tone="good">Active</Tag>,
  },
];

export default function Accounts() {
  const { accounts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead="Who can sign in, and as what. An administrator sees no clips, observations or reports.">
        Accounts
      </PageHeading>
      <DataTable
        caption="Accounts"
        captionSize="hidden"
        columns={COLUMNS}
        rows={accounts}
        rowKey={({ accountId }) => accountId}
      />
    </>
  );
}
