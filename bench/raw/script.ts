import { FORM, ISSUED_TITLE, LIMIT_DAYS, NOTE, STEPS, TITLE, type Step } from '../work.ts'

/** One lifecycle as pgbench runs it: the statements of the floor without a server before them. */
export function lifecycleScript(): string {
  return `\\set county random(1, 40)
\\set item random(1, 3000)
\\set officer random(1, 200)
\\set a random(1, 2000000000)
\\set b random(1, 2000000000)
BEGIN;
INSERT INTO dossier (no, county, item, applicant, title, form, state) VALUES ('P' || :a || '-' || :b, ${COUNTY}, :item, 'Applicant ' || :a, ${text(TITLE)}, ${text(spaced(FORM))}, 'submitted') RETURNING id AS dossier \\gset
INSERT INTO audit_row (dossier, seq, action, from_state, to_state, officer, note, changes) VALUES (:dossier, 1, 'create', NULL, 'submitted', :officer, NULL, '{"state": "submitted"}');
INSERT INTO task (dossier, kind, county) VALUES (:dossier, 'accept', ${COUNTY});
COMMIT;
${STEPS.map(stepScript).join('')}SELECT d.*, (SELECT jsonb_agg(a ORDER BY a.seq) FROM audit_row a WHERE a.dossier = d.id) AS history FROM dossier d WHERE d.id = :dossier;
`
}

function stepScript({ action, from, to }: Step, index: number): string {
  const next = STEPS[index + 1]?.action
  const lines = [
    'SELECT state AS st, version AS ver FROM dossier WHERE id = :dossier FOR UPDATE \\gset',
    `UPDATE dossier SET state = ${text(to)}, version = version + 1, changed_at = now()${CHANGES[action]} WHERE id = :dossier AND state = ${text(from)} AND version = ${index + 1}`,
    `INSERT INTO audit_row (dossier, seq, action, from_state, to_state, officer, note, changes) VALUES (:dossier, ${index + 2}, ${text(action)}, ${text(from)}, ${text(to)}, :officer, ${text(NOTE)}, ${text(spaced({ state: to, action }))})`,
    to === 'accepted' && `INSERT INTO term (dossier, started_at, due_at) VALUES (:dossier, now(), ${DUE})`,
    to === 'decided' && 'UPDATE term SET stopped_at = now() WHERE dossier = :dossier AND stopped_at IS NULL',
    'UPDATE task SET done_at = now(), assignee = :officer WHERE dossier = :dossier AND done_at IS NULL',
    next &&
      `INSERT INTO task (dossier, kind, county, assignee) VALUES (:dossier, ${text(next)}, ${COUNTY}, :officer)`,
  ].filter(Boolean)
  return `BEGIN;\n${lines.map((line) => String(line).replace(/(?<!gset)$/, ';')).join('\n')}\nCOMMIT;\n`
}

const COUNTY = `'3301' || lpad((:county)::text, 2, '0')`
const DUE = `now() + interval '${LIMIT_DAYS} days'`

const CHANGES: Readonly<Record<string, string>> = {
  accept: `, due_at = ${DUE}`,
  start_review: ', assignee = :officer',
  decide: `, decision = 'granted'`,
  issue: `, title = ${text(ISSUED_TITLE)}`,
  close: ', assignee = NULL',
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** pgbench takes a colon before a letter or digit for the start of a variable. */
function spaced(value: unknown): string {
  return JSON.stringify(value).replaceAll(':', ': ')
}
