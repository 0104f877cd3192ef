import { useEffect } from "react";

/** As much of a key press as decides whether it is meant for the palette. */
export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The button a key stands for, or null: keys held down, with a modifier or typed into a field are not for the palette. */
export function buttonOfKey<Button extends { readonly key: string }>(
  buttons: readonly Button[],
  press: KeyPress,
  isTyping: boolean,
): Button | null {
  if (isTyping || press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
  return buttons.find(({ key }) => key === press.key) ?? null;
}

/** Lets the keys of the palette press its buttons, wherever the focus is, except in a field. */
export function usePaletteKeys<Button extends { readonly key: string }>(
  buttons: readonly Button[],
  onPress: (button: Button) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const button = buttonOfKey(buttons, event, isField(event.target));
      if (button === null) return;
      // Players jump to a tenth of the clip on these keys.
      event.preventDefault();
      event.stopPropagation();
      onPress(button);
    };
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  }, [buttons, onPress]);
}

const FIELDS = "input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]";

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}
