import type { CareSigns } from '../reading.ts'

/** What each sign looks like as a path, in lower case; the earlier pattern wins. */
const SIGNS: Record<keyof CareSigns, readonly RegExp[]> = {
  tests: [
    /^(?:tests?|specs?|__tests__|e2e|cypress)(?=\/)/,
    /^src\/test(?=\/)/,
    /^(?:[^/]+\/){1,4}(?:tests?|specs?|__tests__|src\/test)(?=\/)/,
    /(?:^|\/)[^/]+[._-](?:test|spec)\.[a-z]{1,4}$/,
    /(?:^|\/)test_[^/]+\.py$/,
    /(?:^|\/)[^/]+_test\.(?:go|py|exs)$/,
  ],
  ci: [
    /^\.gitlab-ci\.ya?ml$/,
    /^\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/,
    /^\.(?:builds|woodpecker)\/[^/]+\.ya?ml$/,
    /^\.(?:build|woodpecker|travis|drone|cirrus|appveyor)\.ya?ml$/,
    /^\.circleci\/config\.ya?ml$/,
    /^(?:jenkinsfile|azure-pipelines\.yml|bitbucket-pipelines\.yml)$/,
  ],
  contributing: [/^(?:\.github\/|\.gitlab\/|docs?\/)?contribut(?:ing|e|eurs?|ion)(?:[._-][^/]*)?$/],
  changelog: [
    /^(?:docs?\/)?(?:change-?log|changes|history|news|releases?|release-?notes)(?:[._-][^/]*)?$/,
  ],
  security: [
    /^(?:\.github\/|\.gitlab\/|docs?\/)?security(?:[._-][^/]*)?$/,
    /^\.well-known\/security\.txt$/,
  ],
  codeOfConduct: [/^(?:\.github\/|\.gitlab\/|docs?\/)?code[._-]of[._-]conduct(?:[._-][^/]*)?$/],
}

/** Which signs of care a tree holds, each as the path that shows it (of the folder, for tests). */
export function careSigns(paths: readonly string[]): CareSigns {
  const found = {} as CareSigns
  for (const [sign, patterns] of Object.entries(SIGNS)) {
    found[sign as keyof CareSigns] = firstFit(paths, patterns)
  }
  return found
}

function firstFit(paths: readonly string[], patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const path of paths) {
      const fit = path.length < 300 ? pattern.exec(path.toLowerCase()) : null
      if (fit) return path.slice(0, fit.index + fit[0].length)
    }
  }
  return null
}

/** Which files of a tree are read, and as what. */
export interface FilesToRead {
  publiccode: string | null
  codemeta: string | null
  readme: string | null
  licences: string[]
}

const MOST_LICENCES = 8

export function filesToRead(paths: readonly string[]): FilesToRead {
  const first = (...patterns: RegExp[]) => {
    for (const pattern of patterns) {
      const found = paths.find((path) => pattern.test(path))
      if (found !== undefined) return found
    }
    return null
  }
  return {
    publiccode: first(/^publiccode\.yml$/, /^publiccode\.yaml$/, /^\.?publiccode\.ya?ml$/i),
    codemeta: first(/^codemeta\.json$/i),
    readme: first(
      /^readme(\.fr|_fr)?\.(md|markdown)$/i,
      /^readme$/i,
      /^readme[._-][^/]*$/i,
      /^(docs|\.github)\/readme\.md$/i,
    ),
    licences: paths
      .filter(
        (path) =>
          /^(?:un)?licen[cs]es?(?:[._-][^/]*)?$/i.test(path) ||
          /^copying(?:[._-][^/]*)?$/i.test(path) ||
          /^licen[cs]es\/[^/]+\.txt$/i.test(path),
      )
      .filter((path) => !/\.(?:[jt]sx?|py|php|go|rs|java|json|ya?ml|html?|header)$/i.test(path))
      .slice(0, MOST_LICENCES),
  }
}
