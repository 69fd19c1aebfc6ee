import { raysOf, type Post } from "./association";

/** The board as a flower head: one ray for each seat, coloured by college, open where nobody sits. The lists beside say the same. */
export function BoardUmbel({ posts }: { posts: readonly Post[] }) {
  const rays = raysOf(posts);
  return (
    <svg className="board-umbel" viewBox="-100 -92 200 140" aria-hidden="true" focusable="false">
      <path className="board-umbel__stem" d="M0,48C-2,30 1,14 0,0" />
      {rays.map(({ post, x, y }) => (
        <g key={post.number} data-college={post.college ?? "any"} data-vacant={post.holder === null || undefined}>
          <path className="board-umbel__ray" d={`M0,0Q${x * 0.28},${y * 0.62} ${x},${y}`} />
          <circle className="board-umbel__floret" cx={x} cy={y} r={5.2} />
        </g>
      ))}
    </svg>
  );
}
