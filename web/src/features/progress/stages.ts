import type { Schema } from '@/api/client';
import type { Step } from '@/ui/stepper';

export type DocumentState = Schema<'DocumentState'>;

/** The pipeline's states as a person sees them. */
export const stages = ['upload', 'wait', 'read', 'understand', 'check'] as const;
export type Stage = (typeof stages)[number];

/** The text of a stage while it runs. */
export const progressLabels = {
  upload: 'uploading',
  wait: 'waiting',
  read: 'reading',
  understand: 'understanding',
  check: 'checking',
} as const satisfies Record<Stage, string>;

const at: Record<DocumentState, Stage | null> = {
  CREATED: 'upload',
  UPLOADED: 'wait',
  EXTRACTING: 'read',
  EXTRACTED: 'understand',
  NORMALIZING: 'understand',
  NORMALIZED: 'check',
  DETECTING: 'check',
  DONE: null,
  REJECTED: 'read',
  EXTRACTION_FAILED: 'read',
  NORMALIZATION_FAILED: 'understand',
  DETECTION_FAILED: 'check',
};

const failed: readonly DocumentState[] = ['REJECTED', 'EXTRACTION_FAILED', 'NORMALIZATION_FAILED', 'DETECTION_FAILED'];

/** States between the upload and the result. */
export const working = [
  'UPLOADED',
  'EXTRACTING',
  'EXTRACTED',
  'NORMALIZING',
  'NORMALIZED',
  'DETECTING',
] as const satisfies readonly DocumentState[];
export const failures = ['CREATED', ...failed] as const;

export const isFailed = (state: DocumentState) => failed.includes(state);
export const isWorking = (state: DocumentState) => (working as readonly DocumentState[]).includes(state);
/** A rejected file has to be replaced; every other failure can be retried with the same file. */
export const canRetry = (state: DocumentState) => isFailed(state) && state !== 'REJECTED';

export const stageOf = (state: DocumentState): Stage | null => at[state];

export function stepsOf(state: DocumentState, name: (stage: Stage) => string): Step[] {
  const stage = at[state];
  const current = stage === null ? stages.length : stages.indexOf(stage);
  return stages.map((step, index) => ({ name: name(step), state: stepState(index - current, isFailed(state)) }));
}

/** @param distance Steps from the current one, negative before it. */
function stepState(distance: number, hasFailed: boolean): Step['state'] {
  if (distance !== 0) {
    return distance < 0 ? 'done' : 'ahead';
  }

  return hasFailed ? 'failed' : 'now';
}

/** The duration of each stage in milliseconds, up to the start of the next. Null for a stage that has not ended. */
export function timesOf(reached: readonly Schema<'StageView'>[]): Record<Stage, number | null> {
  const times: Record<Stage, number | null> = { upload: null, wait: null, read: null, understand: null, check: null };
  for (const [index, { state, at: since }] of reached.entries()) {
    const stage = at[state];
    const next = reached[index + 1];
    if (stage !== null && next !== undefined) {
      times[stage] = (times[stage] ?? 0) + Math.max(0, Date.parse(next.at) - Date.parse(since));
    }
  }

  return times;
}
