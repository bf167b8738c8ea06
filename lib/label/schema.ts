// What pages know of the label: shapes alone. What judges them stands in grid-schema.ts and scheme-schema.ts.
export type {
  CriterionView,
  EditionCalendar,
  EditionPhase,
  GridView,
} from './grid-view.ts'
export type { SchemeFault } from './scheme-schema.ts'
