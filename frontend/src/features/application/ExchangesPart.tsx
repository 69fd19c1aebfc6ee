import { Button, Textarea } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useKitWords } from "@/space/kit/words";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { changeRequests, messages, path, type Application, type ChangeRequest, type Message } from "./calls";
import { useExchangeWords } from "./exchangeWords";
import { useKept } from "./useKept";
import { useRefresh } from "./useRefresh";
import { useRequestName } from "@/space/kit/useRequestName";

/** What holder and coordination write to one another, and what was asked to be changed. */
export function ExchangesPart({ application }: { application: Application }) {
  const { w } = useExchangeWords();
  const past = (useQuery(changeRequests(application.id)).data ?? []).filter((each) => !each.is_open);
  return (
    <>
      <Thread application={application} />
      {past.length > 0 && (
        <Part title={w.past}>
          <ol role="list" className="requests">{past.map((each) => <PastRequest key={each.id} request={each} isWithdrawn={application.status === "withdrawn"} />)}</ol>
        </Part>
      )}
    </>
  );
}

function Thread({ application }: { application: Application }) {
  const { w } = useExchangeWords();
  const { w: kit } = useKitWords();
  const { id } = application;
  const side = application.standing === "editor" ? "holder" : "coordination";
  const pages = useInfiniteQuery(messages(id));
  const first = pages.data?.pages[0];
  const items = (pages.data?.pages.flatMap((page) => page.items) ?? []).toReversed();
  useReading(id, first?.allowed_actions.includes("mark_read") ? items.findLast((each) => each.side !== side && each.read_at === null)?.id : undefined);
  return (
    <Part title={w.thread}>
      {pages.isPending && <Waiting words={kit.loading} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && <NothingYet><p>{w.none[side]}</p></NothingYet>}
      {pages.hasNextPage && <div><Button size="xs" aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.earlier}</Button></div>}
      {items.length > 0 && <ol role="list" className="thread" aria-label={w.thread}>{items.map((each) => <OneMessage key={each.id} message={each} side={side} />)}</ol>}
      {first?.allowed_actions.includes("write") && <Composer id={id} side={side} />}
    </Part>
  );
}

/** Says that one has read the other side's messages once they are on the screen and the window is looked at. */
function useReading(id: string, upTo: string | undefined): void {
  const refresh = useRefresh(id);
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!upTo || told.current === upTo) return undefined;
    const read = () => {
      if (document.visibilityState !== "visible" || told.current === upTo) return;
      told.current = upTo;
      // Not having told it is no trouble: they stay marked as new.
      post(`${path(id)}/messages/read`, { up_to: upTo }).then(refresh, () => undefined);
    };
    const timer = setTimeout(read, 1500);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [id, upTo, refresh]);
}

function OneMessage({ message: { side: from, is_mine: isMine, text, at, read_at: readAt }, side }: { message: Message; side: "holder" | "coordination" }) {
  const { w, lang } = useExchangeWords();
  const isOurs = from === side;
  return (
    <li className="message" data-ours={isOurs || undefined}>
      <p className="message__head">
        <strong>{isMine ? w.you : isOurs ? w.yourSide[side] : w.otherSide[from]}</strong> <time className="soft" dateTime={at}>{formatMoment(at, lang)}</time>
        {!isOurs && readAt === null && <> <span className="flag">{w.isNew}</span></>}
      </p>
      <p className="message__text">{text}</p>
      {isOurs && <p className="message__mark soft">{readAt ? w.read : w.unread}</p>}
    </li>
  );
}

function Composer({ id, side }: { id: string; side: "holder" | "coordination" }) {
  const { w } = useExchangeWords();
  const refresh = useRefresh(id);
  const { kept, keep } = useKept(`message/${id}`);
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { text: kept }, labels: { text: w.write[side] ?? "" },
    check: ({ text }) => (text.trim() ? {} : { text: w.needed }),
    send: async (values) => {
      const written = { text: values.text.trim() };
      await post<Message>(`${path(id)}/messages`, written, nameOf(written));
      forget();
    },
  });
  const { text } = entry.values;
  useEffect(() => keep(text), [keep, text]);
  const done = () => {
    entry.reset({ text: "" });
    tell(w.sent);
    void refresh();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.send} onDone={done}>
      <Textarea {...entry.field("text")} label={w.write[side]} description={w.writeHint[side]} minRows={3} maxRows={16} maxLength={10_000} />
    </EntryForm>
  );
}

function PastRequest({ request: { reason, message, asked_at: askedAt, answer, answered_at: answeredAt, fields }, isWithdrawn }: { request: ChangeRequest; isWithdrawn: boolean }) {
  const { w, lang } = useExchangeWords();
  return (
    <li className="request">
      <p className="message__head"><strong>{w.requestOf(w.reasons[reason] ?? reason, formatDate(askedAt, lang))}</strong></p>
      <p className="message__text">{message}</p>
      {fields.length > 0 && <p className="soft">{w.fields} {fields.map(({ label }) => label).join(", ")}</p>}
      {answeredAt && (answer ? <div className="request__answer"><p className="soft">{w.answerOf(formatDate(answeredAt, lang))}</p><p className="message__text">{answer}</p></div> : <p className="soft">{w.answered(formatDate(answeredAt, lang))}</p>)}
      {!answeredAt && isWithdrawn && <p className="soft">{w.closed}</p>}
    </li>
  );
}
