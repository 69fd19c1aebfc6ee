import { createTheme, type MantineColorSchemeManager, type MantineColorsTuple, type VariantColorsResolver } from "@mantine/core";

/** Mantine wants ten shades; ours are the tokens, which change with the reader's scheme by themselves. */
const shades = (token: string) => Array.from({ length: 10 }, () => `var(--${token})`) as unknown as MantineColorsTuple;

const BORDER = "var(--stroke) solid";

/** Buttons speak as on the public pages: poppy for the one action that counts, ink lines for the others. */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const strong = color === "ink" ? { token: "var(--ink)", on: "var(--on-ink)" } : { token: "var(--poppy)", on: "var(--on-poppy)" };
  switch (variant) {
    case "filled":
      return { background: strong.token, color: strong.on, border: `${BORDER} ${strong.token}`, hover: "var(--ink)", hoverColor: "var(--on-ink)" };
    case "subtle":
    case "transparent":
      return { background: "transparent", color: "var(--ink)", border: `${BORDER} transparent`, hover: "transparent", hoverColor: "var(--poppy)" };
    case "light":
      return { background: "var(--chalk)", color: "var(--ink)", border: `${BORDER} var(--line-soft)`, hover: "var(--ink)", hoverColor: "var(--on-ink)" };
    default:
      return { background: "var(--paper)", color: "var(--ink)", border: `${BORDER} var(--line)`, hover: "var(--ink)", hoverColor: "var(--on-ink)" };
  }
};

/** Nothing moves in the workspace. */
const still = { transitionProps: { duration: 0 } };
const field = { inputWrapperOrder: ["label", "description", "error", "input"] };

/** The identity's tokens, as Mantine asks for them. What it reads from CSS variables is in `mantine.css`. */
export const theme = createTheme({
  colors: { poppy: shades("poppy"), ink: shades("ink") },
  primaryColor: "poppy",
  variantColorResolver,
  fontFamily: "var(--text)",
  headings: { fontFamily: "var(--display)" },
  defaultRadius: "var(--radius)",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { variant: "default" } },
    TextInput: { defaultProps: field },
    Textarea: { defaultProps: { ...field, autosize: true, minRows: 3 } },
    Select: { defaultProps: { ...field, allowDeselect: false, comboboxProps: still } },
    MultiSelect: { defaultProps: { ...field, comboboxProps: still } },
    NumberInput: { defaultProps: field },
    Menu: { defaultProps: still },
    Tooltip: { defaultProps: still },
  },
});

/** The reader's device decides between light and dark; nothing is stored. */
export const deviceScheme: MantineColorSchemeManager = {
  get: () => "auto", set: () => undefined, subscribe: () => undefined, unsubscribe: () => undefined, clear: () => undefined,
};
