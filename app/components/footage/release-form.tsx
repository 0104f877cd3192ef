import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonGroup } from "~/app/components/ui/button";
import { Checkboxes } from "~/app/components/ui/checkboxes";
import { Form } from "~/app/components/ui/form";
import type { FormErrors } from "~/app/components/ui/form-errors";
import { paths } from "~/app/paths";

interface ReleaseFormProps {
  clipId: string;
  renditionId: string;
  errors?: FormErrors | undefined;
  /** What comes before the question; inside, so that the error summary stands above it. */
  children?: ReactNode;
}

/** Opens a clip to panels once a second person says to have watched all of it. */
export function ReleaseForm({ children, clipId, renditionId, errors }: ReleaseFormProps) {
  return (
    <Form action={paths.releaseClip(clipId)} errors={errors}>
      {children}
      <input type="hidden" name="renditionId" value={renditionId} />
      <Checkboxes
        name="hasWatchedAll"
        legend="Is it safe to show this clip?"
        legendSize="m"
        hint="Once released, panels of its area can put it on the agenda of a session."
        choices={[
          {
            value: "yes",
            label: "I have watched the whole clip and nothing that should be hidden can be seen or heard",
          },
        ]}
      />
      <ButtonGroup>
        <Button busyText="Releasing">Release this clip</Button>
        <Link className="govuk-link" to={paths.rejectClip(clipId)}>
          Reject this clip
        </Link>
      </ButtonGroup>
    </Form>
  );
}
