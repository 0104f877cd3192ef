import { classNames } from "~/app/components/ui/class-names";
import type { PaletteButton } from "~/domain/observations/instrument/instrument";

interface PaletteProps {
  buttons: readonly PaletteButton[];
  /** Without scripts each button sends the form around it. */
  onPress: (button: PaletteButton) => void;
  isEnhanced: boolean;
}

const WHO: Readonly<Record<string, string>> = {
  "act.off": "officer",
  "act.per": "person",
  "act.thd": "other",
  "act.none": "footage",
};
const SIGN: Readonly<Record<string, string>> = { raise: "▲", calm: "▼", force: "◆" };

/** The eleven buttons that mark what happens, for a thumb, a mouse or the keys of a keyboard. */
export function Palette({ buttons, isEnhanced, onPress }: PaletteProps) {
  return (
    <div className="app-palette">
      {buttons.map((button) => (
        <button
          key={button.id}
          type="submit"
          name="code"
          value={button.id}
          className={classNames(
            "app-palette__button",
            `app-palette__button--${WHO[button.actor ?? ""] ?? "step"}`,
          )}
          aria-keyshortcuts={button.key}
          title={button.meaning}
          onClick={(event) => {
            if (!isEnhanced) return;
            event.preventDefault();
            onPress(button);
          }}
        >
          <span className="app-palette__sign" aria-hidden="true">
            {SIGN[button.id.split("_").at(-1) ?? ""] ?? "●"}
          </span>
          <span>{button.label}</span>
          <span className="app-palette__key" aria-hidden="true">
            {button.key}
          </span>
        </button>
      ))}
    </div>
  );
}
