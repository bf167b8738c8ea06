/** How far the reading or the applying of a list is. */
export interface ImportProgress {
  phase: 'read' | 'match' | 'apply'
  done: number
  /** 0 when it is not known. */
  total: number
}

const holder = globalThis as { mutualibreImports?: Map<number, ImportProgress> }

/** Pages and the runner share one process, not one module. */
function all(): Map<number, ImportProgress> {
  holder.mutualibreImports ??= new Map()
  return holder.mutualibreImports
}

export const noteProgress = (jobId: number, progress: ImportProgress) =>
  void all().set(jobId, progress)
export const forgetProgress = (jobId: number) => void all().delete(jobId)
export const progressOf = (jobId: number): ImportProgress | null => all().get(jobId) ?? null
