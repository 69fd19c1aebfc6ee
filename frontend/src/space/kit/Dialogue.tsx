import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useKitWords } from "./words";

interface DialogueProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** A question over the page. Focus stays in and comes back; Escape closes. Never one over another. */
export function Dialogue({ opened, onClose, title, children }: DialogueProps) {
  const { w } = useKitWords();
  // Without Mantine's own header, which would be a second banner of the document; and without its lock of the scroll, which would
  // write a <style> element that the content policy refuses: mantine.css holds the page still.
  return (
    <Modal.Root opened={opened} onClose={onClose} lockScroll={false} centered transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <div className="dialogue">
            <div className="dialogue__head">
              <Modal.Title>{title}</Modal.Title>
              <Modal.CloseButton aria-label={w.close} />
            </div>
            {children}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
