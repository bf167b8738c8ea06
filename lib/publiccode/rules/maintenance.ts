import type { Contact, Contractor, PubliccodeValues } from '../document.ts'
import { readMail, readWeb } from './addresses.ts'
import { each, keys, mandatorySection, put } from './mappings.ts'
import type { Report } from './report.ts'
import type { Field, Section } from './section.ts'
import { readChoice, readDate, readText } from './values.ts'
import { MAINTENANCE_TYPES } from './vocabulary.ts'

const CONTACT = keys('name', 'email', 'phone', 'affiliation')
const CONTRACTOR = keys('name', 'until', 'email', 'website')

export function readMaintenance(report: Report, field: Field, values: PubliccodeValues): void {
  const section = mandatorySection(report, field, keys('type', 'contractors', 'contacts'))
  const type = readChoice(report, section.field('type'), MAINTENANCE_TYPES, true)
  put(values, 'maintenanceType', type)
  const contacts = section.field('contacts')
  const mandatory = type === 'internal' || type === 'community'
  const persons = each(report, contacts, { mandatory }, CONTACT, (one) => contactOf(report, one))
  put(values, 'contacts', persons)
  const contractors = section.field('contractors')
  const companies = each(
    report,
    contractors,
    { mandatory: type === 'contract' },
    CONTRACTOR,
    (one) => contractorOf(report, one),
  )
  put(values, 'contractors', companies)
  if (type !== undefined && type !== 'contract' && contractors.entry) {
    report.error('contractors-forbidden', contractors.path, contractors.line)
    report.aside.add(contractors.entry)
  }
}

function contactOf(report: Report, section: Section): Contact | undefined {
  const name = readText(report, section.field('name'), { mandatory: true })
  const rest: Partial<Contact> = {}
  put(rest, 'email', readMail(report, section.field('email')))
  put(rest, 'phone', readText(report, section.field('phone')))
  put(rest, 'affiliation', readText(report, section.field('affiliation')))
  return name === undefined ? undefined : { name, ...rest }
}

function contractorOf(report: Report, section: Section): Contractor | undefined {
  const name = readText(report, section.field('name'), { mandatory: true })
  const rest: Partial<Contractor> = {}
  put(rest, 'until', readDate(report, section.field('until'), true))
  put(rest, 'email', readMail(report, section.field('email')))
  put(rest, 'website', readWeb(report, section.field('website')))
  return name === undefined ? undefined : { name, ...rest }
}
