import { useCombobox } from "downshift";
import { useId, type ChangeEvent, type ReactNode } from "react";
import "./suggest.css";

interface SuggestProps<T> {
  label: string;
  placeholder: string;
  listLabel: string;
  text: string;
  onText: (text: string) => void;
  options: readonly T[];
  keyOf: (option: T) => string;
  nameOf: (option: T) => string;
  detailOf: (option: T) => string;
  onChoose: (option: T) => void;
  /** Said when the options change: « 3 communes proposées ». */
  found: (count: number) => string;
  /** Shown in the open list when there is nothing to choose. */
  nothing: string;
  children?: ReactNode;
}

/** A text field that proposes values as one types: a combobox by the ARIA pattern, from downshift. */
export function Suggest<T>(props: SuggestProps<T>) {
  const { options, text, keyOf, nameOf, detailOf } = props;
  const id = useId();
  const box = useCombobox<T>({
    id,
    items: [...options],
    inputValue: text,
    itemToString: (option) => (option ? nameOf(option) : ""),
    selectedItem: null,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) props.onChoose(selectedItem);
    },
    getA11yStatusMessage: ({ isOpen }) => (isOpen && text.length >= 2 ? props.found(options.length) : ""),
  });
  // Set at once, in the event itself: a later update would lose letters typed fast.
  const typed = (event: ChangeEvent<HTMLInputElement>) => props.onText(event.currentTarget.value);
  const open = box.isOpen && text.trim().length >= 2;
  return (
    <div className="suggest">
      <label {...box.getLabelProps()}>{props.label}</label>
      <input {...box.getInputProps({ "aria-expanded": open, onChange: typed })} placeholder={props.placeholder} autoComplete="off" spellCheck={false} enterKeyHint="search" />
      {props.children}
      <ul {...box.getMenuProps({ "aria-label": props.listLabel })} className="suggest__list" data-open={open}>
        {open && options.map((option, index) => (
          <li key={keyOf(option)} {...box.getItemProps({ item: option, index })} data-active={box.highlightedIndex === index}>
            <span>{nameOf(option)}</span> <span className="soft">{detailOf(option)}</span>
          </li>
        ))}
      </ul>
      {open && options.length === 0 && <p className="suggest__nothing">{props.nothing}</p>}
    </div>
  );
}
