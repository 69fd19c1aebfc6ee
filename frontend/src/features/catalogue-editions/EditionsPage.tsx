import { Button, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { todayInParis } from "@/lib/dates";
import { commonCatalogue } from "@/programme/loanReport";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { editionPages, editionsKey, fileAddress, FORMATS, freeze, type CatalogueEdition } from "./calls";
import { useEditionWords } from "./words";
import "./frozen.css";

/** The editions of the common catalogue: what is there today, frozen when it is ready, kept for ever. */
export function EditionsPage() {
  const { w } = useEditionWords();
  const lends = hasRole(useMe(), "lender", "administrator");
  const { open, show, close, button } = useUnfolded();
  const common = useQuery(commonCatalogue()).data;
  const pages = useInfiniteQuery(editionPages());
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      {common && <p className="frozen__now">{w.now(common.total, common.lenders, common.shared, common.contributors)}</p>}
      <Part title={w.all} actions={lends && !open ? <Button ref={button} variant="filled" onClick={show}>{w.freeze}</Button> : undefined}>
        {open && <FreezeForm onClose={close} />}
        <Loaded<CatalogueEdition[]> query={{ ...pages, data: pages.data && items } as never} waiting={w.loading}>
          {() => (items.length === 0
            ? !open && <NothingYet><p><strong>{w.none}</strong></p>{lends && <p>{w.noneText}</p>}</NothingYet>
            : <ul role="list" className="lines" aria-label={w.all}>{items.map((edition) => <EditionLine key={edition.id} edition={edition} />)}</ul>)}
        </Loaded>
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Part>
    </Page>
  );
}

function EditionLine({ edition }: { edition: CatalogueEdition }) {
  const { w, lang } = useEditionWords();
  const { title, number, frozen_at: at, items, lenders, sha256 } = edition;
  return (
    <li className="line">
      <div className="line__main">
        <span>{title}</span>
        <span>{w.holds(items, lenders)}</span>
        <span className="soft">{w.numbered(number)}, {w.on(formatDate(at, lang))}</span>
        <span className="soft frozen__proof">{w.proof} : <code>{sha256}</code></span>
      </div>
      <div className="line__actions">
        {FORMATS.map((format) => <a key={format} className="button" href={fileAddress(edition, format)} download aria-label={w.fileOf(title, w.formats[format])}>{w.formats[format]}</a>)}
      </div>
    </li>
  );
}

function FreezeForm({ onClose }: { onClose: () => void }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { title: w.nameDefault(Number(todayInParis().slice(0, 4))) }, labels: { title: w.name },
    check: ({ title }) => ({ ...(!title.trim() && { title: w.nameNeeded }) }),
    send: async ({ title }) => {
      const made = await freeze(title.trim(), nameOf(title.trim()));
      forget();
      tell(w.frozen(made.number));
      await client.invalidateQueries({ queryKey: editionsKey });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.go} label={w.freezeTitle} focusFirst onDone={onClose} onCancel={onClose}>
      <p>{w.freezeText} <a href="/catalogue">{w.check}</a></p>
      <TextInput {...entry.field("title")} label={w.name} maxLength={200} autoComplete="off" />
    </EntryForm>
  );
}
