import path from 'node:path'

/** Where the specifications of calls are, in the data folder, which no server serves. */
export const specificationFolder = (dataFolder: string) =>
  path.join(/* turbopackIgnore: true */ dataFolder, 'specifications')
