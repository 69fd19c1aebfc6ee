import { useQuery } from "@tanstack/react-query";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { letterAddress, letters, type Application } from "./calls";
import { useLetterWords } from "./letterWords";

/** The decision as it was told to the holder: each letter in full, the last first. */
export function LettersPart({ application: { id } }: { application: Application }) {
  const { w, lang } = useLetterWords();
  const query = useQuery(letters(id));
  return (
    <Part title={w.title}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : items.map((letter) => (
          <article key={letter.id} className="letter">
            <header className="letter__head">
              <h3>{letter.subject}</h3>
              <p className="soft">{w.made(formatDate(letter.made_at, lang), letter.recipient)}</p>
              <p><a className="button button--strong" href={letterAddress(id, letter.number)} download aria-label={w.pdfOf(letter.subject)}>{w.pdf}</a></p>
            </header>
            <p className="letter__text">{letter.text}</p>
          </article>
        )))}
      </Loaded>
    </Part>
  );
}
