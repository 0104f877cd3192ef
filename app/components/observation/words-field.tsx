import { useState } from "react";
import { TextArea } from "~/app/components/ui/text-area";
import { findIdentifyingText } from "~/domain/observations/identifying-text";

interface WordsFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  maxLength: number;
  defaultValue?: string | undefined;
  rows?: number;
  error?: string | undefined;
}

/** Free words, with a warning beside what looks like a name or a number. The writer decides. */
export function WordsField({ defaultValue, rows = 3, ...field }: WordsFieldProps) {
  const [words, setWords] = useState(defaultValue ?? "");
  const found = findIdentifyingText(words);
  return (
    <div>
      <TextArea
        {...field}
        rows={rows}
        defaultValue={defaultValue}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {found.length > 0 ? (
          <p className="app-words-warning">
            <strong>This may point to a person:</strong>{" "}
            {found.map(({ fragment }) => `“${fragment}”`).join(", ")}. Leave out names and numbers unless they
            are needed; it is saved as you leave it.
          </p>
        ) : null}
      </div>
    </div>
  );
}
