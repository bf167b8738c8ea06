/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration: number
    headers: Record<string, string>
    requests: Array<{ path: string }>
  }
  interface Result {
    errors: number
    non2xx: number
    requests: { average: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
