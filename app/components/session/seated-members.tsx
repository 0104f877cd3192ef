interface SeatedMembersProps {
  members: readonly { readonly panelMemberId: string; readonly displayName: string }[];
}

/** Who accepted a seat, for the chair alone. */
export function SeatedMembers({ members }: SeatedMembersProps) {
  return (
    <section aria-labelledby="seated">
      <h2 id="seated" className="govuk-heading-m">
        Who has a seat
      </h2>
      {members.length === 0 ? (
        <p>Nobody has accepted a seat yet. Members accept on your panel's page.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {members.map(({ displayName, panelMemberId }) => (
            <li key={panelMemberId}>{displayName}</li>
          ))}
        </ul>
      )}
      <p className="govuk-hint">Only you, as the chair, see these names.</p>
    </section>
  );
}
