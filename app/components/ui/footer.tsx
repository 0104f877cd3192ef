export function Footer() {
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <p>
          Footage shows real people at hard moments. Watch it here only, and keep what you see to the panel.
        </p>
        <p>
          What you do here is recorded to protect the people on film. We set one cookie, which keeps you
          signed in.
        </p>
      </div>
    </footer>
  );
}
