import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
} from 'yaml'

/** Nesting that a publiccode.yml never reaches: the standard has five levels. */
const MOST_DEPTH = 16
/** Values read from one file, those that an alias repeats counted each time. */
export const MOST_NODES = 120_000

interface Place {
  /** Offsets in the text: where the value begins, and where it ends. */
  start: number
  end: number
  line: number
}

export interface ScalarNode extends Place {
  kind: 'scalar'
  type: 'text' | 'number' | 'boolean' | 'null'
  /** The value as text: of a number or a boolean, as it is written. */
  text: string
  style: 'plain' | 'quoted' | 'block'
}

export interface ListNode extends Place {
  kind: 'list'
  items: TreeNode[]
  flow: boolean
}

export interface MapEntry {
  key: string
  keyStart: number
  keyEnd: number
  keyQuoted: boolean
  line: number
  value: TreeNode
}

export interface MapNode extends Place {
  kind: 'map'
  entries: MapEntry[]
  flow: boolean
}

/** What is not read: too deep, a tag that is no plain YAML, an alias that leads to itself. */
export interface UnreadNode extends Place {
  kind: 'unread'
}

export type TreeNode = ScalarNode | ListNode | MapNode | UnreadNode

export type TreeFault =
  | 'yaml-syntax'
  | 'several-documents'
  | 'not-a-mapping'
  | 'too-deep'
  | 'tag-not-allowed'
  | 'alias-unknown'
  | 'alias-loop'
  | 'merge-key'
  | 'key-not-text'
  | 'yaml-1.1'

export interface Tree {
  /** Undefined where the document is not a mapping. */
  root: MapNode | undefined
  faults: Array<{ code: TreeFault; line: number; detail?: string }>
  lineAt(offset: number): number
  /** Whether the YAML is well formed, so that its text can be edited. */
  sound: boolean
}

/** The first document of a YAML text as a bounded tree: no alias is copied, no tag of its own obeyed. */
export function parseTree(text: string): Tree {
  const lines = new LineCounter()
  const lineAt = (offset: number) => lines.linePos(offset).line || 1
  let documents: Array<Document.Parsed>
  try {
    const parsed = parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    })
    documents = 'empty' in parsed ? [] : parsed
  } catch {
    // Nesting beyond the parser's own stack.
    return { root: undefined, faults: [{ code: 'too-deep', line: 0 }], lineAt, sound: false }
  }
  const [first, second] = documents
  if (!first)
    return { root: undefined, faults: [{ code: 'not-a-mapping', line: 0 }], lineAt, sound: false }
  const faults: Tree['faults'] = syntaxFaults(first.errors, lineAt)
  const sound = first.errors.length === 0
  if (first.directives?.yaml.explicit && first.directives.yaml.version === '1.1') {
    faults.push({ code: 'yaml-1.1', line: 1 })
  }
  if (second) faults.push({ code: 'several-documents', line: lineAt(second.range[0]) })
  const root = new TreeBuilder(lineAt, faults).build(first.contents)
  if (root?.kind !== 'map') {
    if (sound) faults.push({ code: 'not-a-mapping', line: root?.line ?? 0 })
    return { root: undefined, faults, lineAt, sound: false }
  }
  return { root, faults, lineAt, sound: sound && !second }
}

/** The parser goes on after a fault, and often sees a dozen where there is one: one a line is said. */
function syntaxFaults(errors: readonly YAMLError[], lineAt: (offset: number) => number) {
  const byLine = new Map<number, string>()
  for (const { pos, code } of errors.slice(0, 200)) {
    const line = lineAt(pos[0])
    if (!byLine.has(line)) byLine.set(line, code)
  }
  return [...byLine]
    .slice(0, 20)
    .map(([line, detail]) => ({ code: 'yaml-syntax' as const, line, detail }))
}

class TreeBuilder {
  private readonly anchors = new Map<string, TreeNode | 'open'>()
  private nodes = 0

  private readonly lineAt: (offset: number) => number
  private readonly faults: Tree['faults']

  constructor(lineAt: (offset: number) => number, faults: Tree['faults']) {
    this.lineAt = lineAt
    this.faults = faults
  }

  build(node: ParsedNode | null, depth = 0): TreeNode | undefined {
    if (!node) return undefined
    this.nodes += 1
    const [start, end] = node.range
    const place = { start, end, line: this.lineAt(start) }
    if (this.nodes > MOST_NODES || depth > MOST_DEPTH) return this.unread('too-deep', place)
    if (isAlias(node)) return this.aliased(node.source, place)
    if (node.anchor) this.anchors.set(node.anchor, 'open')
    const built = this.built(node, place, depth)
    if (node.anchor) this.anchors.set(node.anchor, built)
    return built
  }

  private built(
    node: Exclude<ParsedNode, { source: string; type: 'ALIAS' }>,
    place: Place,
    depth: number,
  ): TreeNode {
    if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
      return this.unread('tag-not-allowed', place, node.tag)
    }
    if (node.tag && !CORE_TAGS.has(node.tag.slice('tag:yaml.org,2002:'.length))) {
      return this.unread('tag-not-allowed', place, node.tag)
    }
    if (isScalar(node)) return scalarNode(node, place)
    if (isSeq(node)) {
      const items = node.items.flatMap((item) =>
        isPair(item) ? [] : (this.build(item as ParsedNode | null, depth + 1) ?? nothing(place)),
      )
      return { kind: 'list', items, flow: node.flow === true, ...place }
    }
    if (!isMap(node)) return { kind: 'unread', ...place }
    const entries: MapEntry[] = []
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) {
        this.fault('key-not-text', place)
        continue
      }
      const [keyStart, keyEnd] = key.range
      const line = this.lineAt(keyStart)
      const after = { start: keyEnd, end: keyEnd, line }
      entries.push({
        key: typeof key.value === 'string' ? key.value : (key.source ?? ''),
        keyStart,
        keyEnd,
        keyQuoted: key.type !== 'PLAIN',
        line,
        value: this.build(value as ParsedNode | null, depth + 1) ?? nothing(after),
      })
    }
    return { kind: 'map', entries: this.merged(entries), flow: node.flow === true, ...place }
  }

  private aliased(name: string, place: Place): TreeNode {
    const node = this.anchors.get(name)
    if (node === undefined) return this.unread('alias-unknown', place, name)
    if (node === 'open') return this.unread('alias-loop', place, name)
    return node
  }

  /** The merge keys of YAML 1.1, one level of them: what the mapping says itself wins. */
  private merged(entries: MapEntry[]): MapEntry[] {
    const merges = entries.filter(({ key, keyQuoted }) => key === '<<' && !keyQuoted)
    if (merges.length === 0) return entries
    const own = entries.filter((entry) => !merges.includes(entry))
    const known = new Set(own.map(({ key }) => key))
    for (const { value, line } of merges) {
      this.faults.push({ code: 'merge-key', line })
      const maps = value.kind === 'list' ? value.items : [value]
      for (const map of maps.slice(0, 20)) {
        if (map.kind !== 'map') continue
        for (const entry of map.entries) {
          this.nodes += 1
          if (known.has(entry.key) || this.nodes > MOST_NODES) continue
          known.add(entry.key)
          own.push(entry)
        }
      }
    }
    return own
  }

  private unread(code: TreeFault, place: Place, detail?: string): UnreadNode {
    this.fault(code, place, detail)
    return { kind: 'unread', ...place }
  }

  private fault(code: TreeFault, { line }: Place, detail?: string): void {
    // A bomb has thousands of the same: its first are enough.
    if (this.faults.filter((fault) => fault.code === code).length >= 10) return
    this.faults.push(detail === undefined ? { code, line } : { code, line, detail })
  }
}

const CORE_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'seq', 'map'])

const nothing = (place: Place): ScalarNode => ({
  kind: 'scalar',
  type: 'null',
  text: '',
  style: 'plain',
  ...place,
})

function scalarNode(node: Scalar.Parsed, place: Place): ScalarNode {
  const { value, type } = node
  const style = type === 'PLAIN' ? 'plain' : type?.startsWith('BLOCK') ? 'block' : 'quoted'
  if (typeof value === 'string')
    return { kind: 'scalar', type: 'text', text: value, style, ...place }
  const text = node.source ?? ''
  const kind = value === null ? 'null' : typeof value === 'boolean' ? 'boolean' : 'number'
  return { kind: 'scalar', type: kind, text, style, ...place }
}
