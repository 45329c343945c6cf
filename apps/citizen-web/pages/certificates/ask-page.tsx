import type { VNode } from 'preact'
import type { CertificateKinds } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  LinkButton,
  LongTextField,
  PageHeading,
  SelectField,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

export interface AskedValues {
  place: string
  purpose: string
  wish: string
}

interface Props {
  visit: Visit
  kind: CertificateKinds['kinds'][number]
  places: CertificateKinds['places']
  requestId: string
  values?: AskedValues
  problems?: readonly Problem[]
}

/** Who asks is known; what is left is for what, where to fetch it, and what it should say. */
export function AskCertificatePage(props: Props): VNode {
  const {
    visit,
    kind,
    places,
    requestId,
    values = { place: '', purpose: '', wish: '' },
    problems = [],
  } = props
  return (
    <Layout
      visit={visit}
      title={`申请${kind.name}`}
      trail={[...homeTrail, { text: '开证明', href: '/certificates' }]}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title={`申请${kind.name}`}>
        <p>便民服务站核实以后开具，您带身份证去取。五个工作日内答复。</p>
        <p class="muted">{`依据：${kind.basis}`}</p>
      </PageHeading>
      <form class="form-start" method="post" action="/certificates/ask" noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="type" value={kind.type} />
        <SelectField
          id="field-place"
          name="place"
          label="向哪个便民服务站申请"
          hint="选您户口所在或者住的村（社区）。"
          required
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={values.place}
          {...errorAt(problems, 'field-place')}
        />
        <TextField
          id="field-purpose"
          name="purpose"
          label="做什么用、交给谁"
          hint="例如：土地纠纷起诉，交博山区人民法院。"
          required
          maxLength={100}
          value={values.purpose}
          {...errorAt(problems, 'field-purpose')}
        />
        <LongTextField
          id="field-wish"
          name="wish"
          label="想证明的情况"
          hint={kind.states}
          required={false}
          maxLength={500}
          value={values.wish}
          {...errorAt(problems, 'field-wish')}
        />
        <ButtonRow>
          <Button>提交申请</Button>
          <LinkButton href="/certificates" tone="normal">
            先不申请
          </LinkButton>
        </ButtonRow>
      </form>
    </Layout>
  )
}
