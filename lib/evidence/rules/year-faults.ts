/** What may be wrong with the figures of a year: keys of the texts of the form. */
export type YearFault =
  | 'year-wrong'
  | 'year-future'
  | 'count-wrong'
  | 'virtual-wrong'
  | 'nothing-said'
