import { describe, expect, it } from 'vitest'
import { nameKeyOf, readName } from './read-name.ts'

/** The most telling way to read a name: what it is called once its words of kind are away. */
function read(text: string) {
  const reading = readName(text)
  const said = reading.readings.find((item) => item.said !== null) ?? reading.readings[0]
  return {
    names: said?.names,
    kinds: said?.said?.kinds ?? null,
    departement: reading.departement || reading.postcode,
  }
}

describe('a name as lists write it', () => {
  it.each([
    ['Ville de Boé', ['boe'], ['commune'], ''],
    ['Mairie de Montereau-Fault-Yonne', ['montereau fault yonne'], ['commune'], ''],
    ['Mairie du Havre', ['havre', 'le havre'], ['commune'], ''],
    ['Ville de La Rochelle', ['rochelle', 'la rochelle'], ['commune'], ''],
    ["Mairie de l'Isle-Adam", ['isle adam', 'l isle adam'], ['commune'], ''],
    ['Commune des Sables-d’Olonne', ['sables d olonne', 'les sables d olonne'], ['commune'], ''],
    ['CA du Puy-en-Velay', ['puy en velay', 'le puy en velay'], ['epci'], ''],
    ['CC Pays de Lumbres', ['pays de lumbres'], ['epci'], ''],
    ['Métropole de Lyon', ['lyon'], ['epci'], ''],
    ['Rennes Métropole', ['rennes'], ['epci'], ''],
    ['Département de la Gironde', ['gironde', 'la gironde'], ['departement'], ''],
    ["Département de l'Isère (38)", ['isere', 'l isere'], ['departement'], '38'],
    ['Conseil départemental de la Creuse', ['creuse', 'la creuse'], ['departement'], ''],
    ['Conseil régional d’Occitanie', ['occitanie'], ['region'], ''],
    ['CCAS de Besançon', ['besancon'], ['ccas'], ''],
    ['SDIS de la Manche', ['manche', 'la manche'], ['sdis'], ''],
    ['Arles (Ville)', ['arles'], ['commune'], ''],
    ['Saint-Denis (93)', ['saint denis'], null, '93'],
    ['St Denis 974', ['saint denis 974'], null, '974'],
    ['Arles - 13', ['arles 13'], null, '13'],
    ['93200 Saint-Denis', ['93200 saint denis'], null, '93200'],
    ['Ajaccio (2A)', ['ajaccio'], null, '2a'],
    ['Université Paris 1 ', ['universite paris 1'], null, ''],
  ])('%s', (text, names, kinds, departement) => {
    expect(read(text)).toEqual({ names, kinds, departement })
  })

  it('reads a number alone as a place: the département or the SDIS of it', () => {
    expect(readName('CD38').readings.at(-1)).toMatchObject({
      names: [''],
      said: { kinds: ['departement'] },
    })
    expect(readName('SDIS 50')).toMatchObject({ departement: '50' })
  })

  it.each([
    ['Rumilly (Mairie et Communauté de Communes)', [['commune'], ['epci']]],
    ['Ville et Métropole de Rennes', [['commune'], ['epci']]],
    ['Mairie et CCAS de Dinan', [['commune'], ['ccas']]],
    ['Saint-Rémy et Mairie', []],
    ['Communauté de communes Serein et Armance', []],
  ])('%s is of %j', (text, both) => {
    expect(readName(text).both.map(({ kinds }) => kinds)).toEqual(both)
  })

  it.each([
    ['Collectivités', true],
    ['Environ 200 communes', true],
    ['Plusieurs départements français', true],
    ['Mairie', true],
    ['Commune de Y', false],
    ['DÉMO collectivité', false],
  ])('%s says nobody: %s', (text, vague) => {
    expect(readName(text).isVague).toBe(vague)
  })

  it('keeps what it does not understand in brackets, which may change who is meant', () => {
    expect(readName('Arles (service informatique)').gloss).toBe('service informatique')
    expect(readName('Saint-Denis (La Réunion)').gloss).toBe('la reunion')
  })

  it('sees a list in one', () => {
    const text = 'One Scarl, Compagnia Toscana Trasporti (CTT) e altre aziende pubbliche del gruppo'
    expect(readName(text).isList).toBe(true)
    expect(readName('Lyon, Grenoble et Annecy').parts).toEqual(['Lyon', 'Grenoble', 'Annecy'])
  })

  it('is never thrown by what it is given', () => {
    for (const text of [
      '',
      '   ',
      '()',
      '(((',
      '…',
      '\u0000',
      '💧',
      '['.repeat(500),
      'a('.repeat(300),
    ]) {
      expect(() => readName(text)).not.toThrow()
    }
  })

  it('is remembered whatever its case, its accents and its spaces', () => {
    expect(nameKeyOf('  VILLE de   Boé ')).toBe(nameKeyOf('ville de Boe'))
    expect(nameKeyOf('Ville de Boé')).not.toBe(nameKeyOf('Boé'))
  })
})
