import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { patch, post } from "@/api/write";

type Schemas = components["schemas"];
export type Evaluation = Schemas["EvaluationOut"];
export type Evaluations = Schemas["Evaluations"];
export type Task = Schemas["TaskOut"];
export type TaskState = Task["state"];
export type EvaluationState = Evaluation["state"];
export type Satisfaction = NonNullable<Evaluation["satisfaction"]>;

export const EVALUATION_STATES: readonly EvaluationState[] = ["answered", "asked", "waived"];
export const SATISFACTIONS: readonly Satisfaction[] = ["very_satisfied", "satisfied", "not_very_satisfied", "dissatisfied"];
export const TASK_STATES: readonly TaskState[] = ["to_do", "in_progress", "done", "set_aside"];

export interface EvaluationFilters {
  state: EvaluationState;
  year: number | null;
  satisfaction: Satisfaction | "";
}

const KEY = ["loan-evaluations"] as const;
export const evaluationsKey = KEY;

export function evaluationPages(filters: EvaluationFilters) {
  return infiniteQueryOptions({
    queryKey: [...KEY, "list", filters] as const,
    queryFn: ({ pageParam, signal }) => get<Evaluations>("/evaluations", { ...filters, limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** How many of a year's questionnaires were answered, whatever their state. */
export function evaluationCounts(year: number | null) {
  return queryOptions({ queryKey: [...KEY, "counts", year] as const, queryFn: ({ signal }) => get<Evaluations>("/evaluations", { year, limit: 1 }, signal) });
}

export const waive = (loan: string, reason: string, key: string) => post<Evaluation>(`/loans/${loan}/evaluation/waive`, { reason }, key);

const TASKS = ["content-tasks"] as const;
export const tasksKey = TASKS;

export function taskPages(state: TaskState, item: string | undefined) {
  return infiniteQueryOptions({
    queryKey: [...TASKS, "list", state, item] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Tasks"]>("/content-tasks", { state, item_id: item, limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** How many tasks are in each state. */
export function taskCounts(item: string | undefined) {
  return queryOptions({
    queryKey: [...TASKS, "counts", item] as const,
    queryFn: async ({ signal }) => {
      const totals = await Promise.all(TASK_STATES.map(async (state) => (await get<Schemas["Tasks"]>("/content-tasks", { state, item_id: item, limit: 1 }, signal)).total));
      return Object.fromEntries(TASK_STATES.map((state, place) => [state, totals[place] ?? 0])) as Record<TaskState, number>;
    },
  });
}

export const changeTask = (task: Task, state: TaskState, note: string) => patch<Task>(`/content-tasks/${task.id}`, { state, note: note.trim() || null }, `"v${task.version}"`);
