import type {
  BodyKind,
  DutyAct,
  DutyRole,
  OpeningHours,
  OrganisationRefusalCode,
  PlaceKind,
  RegionType,
  Tier,
} from './contract.ts'

export const regionTypeWords: Record<RegionType, string> = {
  province: '省',
  city: '市',
  county: '县（市、区）',
  street: '街道',
  town: '镇',
  township: '乡',
  special: '政企合一单位',
  residents: '居委会',
  villagers: '村委会',
  'residents-like': '类似居委会',
  'villagers-like': '类似村委会',
}

export const tierWords: Record<Tier, string> = {
  2: '省级',
  3: '市级',
  4: '县级',
  5: '镇（乡、街道）级',
  6: '村（社区）级',
}

export const placeKindWords: Record<PlaceKind, string> = {
  hall: '政务服务大厅',
  centre: '便民服务中心',
  station: '便民服务站',
  point: '便民服务点',
}

/** 工作日 08:30–17:00，中午12:00–13:00有人值班；周六 09:00–16:00（值班） */
export function openingHoursSentence({ workday, saturday }: OpeningHours): string {
  const days = [
    ['工作日', workday],
    ['周六', saturday],
  ] as const
  const said = days.filter(([, spans]) => spans.length > 0).map(([day, spans]) => `${day} ${dayWords(spans)}`)
  return said.length > 0 ? said.join('；') : '开放时间请电话咨询'
}

type Span = OpeningHours['workday'][number]

/** Spans that touch are one opening; who only wants to know whether the door is open reads one line. */
function dayWords(spans: readonly Span[]): string {
  const duties: string[] = []
  const openings = joined(spans).map((opening) => {
    const range = rangeWords(opening[0]!, opening.at(-1)!)
    if (opening.every(({ duty }) => duty)) return `${range}（值班）`
    for (const span of opening) if (span.duty) duties.push(`${noon(span)}${rangeWords(span, span)}`)
    return range
  })
  return duties.length === 0 ? openings.join('、') : `${openings.join('、')}，${duties.join('、')}有人值班`
}

function joined(spans: readonly Span[]): Span[][] {
  const openings: Span[][] = []
  for (const span of spans) {
    const last = openings.at(-1)
    if (last?.at(-1)?.to === span.from) last.push(span)
    else openings.push([span])
  }
  return openings
}

const rangeWords = ({ from }: Span, { to }: Span) => `${from}–${to}`

const noon = ({ from, to }: Span) => (from >= '11:00' && to <= '14:30' ? '中午' : '')

export const bodyKindWords: Record<BodyKind, string> = {
  government: '人民政府',
  department: '工作部门',
  branch: '派出机构',
  institution: '事业单位',
  'mass-organisation': '群团组织',
  'town-government': '镇（乡）人民政府',
  'street-office': '街道办事处',
  'management-committee': '开发区管理委员会',
}

export const dutyRoleWords: Record<DutyRole, string> = {
  lead: '牵头',
  guide: '指导',
  build: '建设',
  run: '运行',
  cooperate: '配合',
  supervise: '监督考核',
}

export const dutyActWords: Record<DutyAct, string> = {
  places: '变更场所和机构信息',
  standards: '发布标准和制度',
  reform: '登记改革事项',
  means: '登记经费和投入',
  adoption: '登记制度落实',
  appraisal: '检查和评价',
}

/** Each says what is wrong and what to do next. */
export const refusalWords: Record<OrganisationRefusalCode, string> = {
  'region-code-malformed': '区划代码不符合编码规则，请按统计用区划代码填写 12 位数字。',
  'region-type-wrong': '区划类型与代码不一致，请按代码段核对类型后再提交。',
  'region-parent-missing': '上级区划不在名单中，请先补录上级区划。',
  'region-duplicate': '区划代码重复，请删去多余的一条。',
  'region-successor-missing': '撤并后的区划不在名单中，请先补录承接的区划。',
  'successor-missing': '写明的承接对象不在名单中，请先补录承接的区划、场所或机构。',
  'succession-day-wrong': '承接日期和原来的终止日期接不上，请把承接日期写成终止日期的次日。',
  'succession-circular': '承接关系绕成了圈，请改正承接对象。',
  'region-unknown': '没有查到这个区划，请核对代码。',
  'region-served-elsewhere': '这个村（社区）已在另一服务站的服务范围内，请先从原服务站移出。',
  'credit-code-wrong': '统一社会信用代码不对，请对照证书重新填写。',
  'credit-code-duplicate': '统一社会信用代码已被另一机构使用，请核对。',
  'body-unknown': '没有查到这个机构，请核对后再选。',
  'place-unknown': '没有查到这个服务场所，或者它已停用，请重新选择。',
  'place-parent-missing': '没有写明上级场所，请补上所属的中心或大厅。',
  'place-owner-missing': '没有写明建设主体，请指定一个负责的机构。',
  'place-parent-circular': '场所的上下级关系绕成了圈，请改正上级场所。',
  'place-name-twice': '场所名称和另一场所重复，请改名称样式，或给其中一个写明不同的名称。',
  'place-name-off-pattern':
    '场所名称和方案的命名规则不一致，请改用规定的名称；确有依据的，在 nameBasis 里写明。',
  'window-other-matters': '这类事项不在您的窗口受理。请转到受理这类事项的窗口。',
  'window-not-there': '没有这个窗口，可能已经撤销。请刷新页面，重新选择窗口。',
  'window-of-others': '您只能停开、恢复自己场所的窗口。别处的窗口，请那里的主任或者机构管理人员登记。',
  'window-kind-missing': '窗口类别不在方案规定之内，请从方案的窗口类别中选择。',
  'window-set-incomplete': '窗口设置缺少方案规定的类别，请补设后再提交。',
  'duty-body-unknown': '职责分工写到的机构不在名单中，请先补录机构或改正。',
  'duty-act-nobodys': '有一类工作没有写明由谁负责，请在职责分工里给负责的单位补上。',
  'outside-duty': '这件事不在您所在单位的职责分工之内，请转由列出的责任单位办理。',
  'place-name-malformed': '名称和方案的命名规则不一致，请改用规定的名称；确有依据的，写明依据。',
  'day-before-version': '这一天早于现有信息的起始日，请填起始日之后的日期。',
  'day-in-future': '这一天还没有到，请在生效当天或者以后登记。',
  'day-too-far': '生效日最多填到两年以后，请核对年份。',
  'coming-change-meets':
    '已经登记了一项还没有生效的变更，两项会互相影响。请先撤回那一项，或者等它生效以后再登记。',
  'change-unknown': '没有查到这项变更，请刷新页面后再看。',
  'change-not-coming': '这项变更已经生效、撤回或者停下，不能再撤回；要改回去，请另行登记一项变更。',
  'reform-shape-wrong':
    '涉及的对象数目不对：合并要两个以上并成一个，拆分要一个分成两个以上，新设、撤销、更名、改码每次一个。请核对。',
  'successor-is-itself': '承接的就是它自己，没有变化。请填写新的代码或者另选承接的对象。',
  'successor-nameless': '没有写明新设的名称，请填写名称。',
  'successor-incomplete': '新设的信息不全，请补上类别、主管单位、区划、地址和电话。',
  'successor-tier-wrong': '承接的和原来的不是同一级，请核对代码。',
  'already-ended': '其中有一个已经终止，请刷新页面后重新选择。',
  'region-has-below': '这个区划下面还有村（社区），请先给它们办理改码或者合并。',
  'region-still-used': '这个区划里还有场所或者机构，请写明由哪个区划承接。',
  'place-still-serves': '这个场所还有服务范围内的村（社区），请写明由哪个场所承接，或者先改到别的场所。',
  'place-has-below': '这个场所下面还有别的场所，请写明由哪个场所承接。',
  'place-still-staffed': '这个场所那天还有在岗人员，请先把岗位调到别处，或者把岗位的截止日填到前一天。',
  'body-still-charged': '这个机构还有场所、下属机构或者职责分工，请写明由一个机构承接，或者先分别调整。',
  'body-still-staffed': '这个机构那天还有在岗人员，请先办理人员划转，或者把岗位的截止日填到前一天。',
  'body-still-empowered': '这个机构那天还有办理权力的事项，请先办理事项划转或者收回，再撤并机构。',
  'standard-malformed': '这项标准的内容不符合格式，请按提示的格式填写。',
  'hours-out-of-order':
    '开放时间的先后不对：每一段的关门时间要晚于开门时间，后一段不早于前一段。请核对后再提交。',
  'phone-malformed': '电话号码的格式不对，请填区号加号码，或者手机号。',
  'transfer-to-itself': '划出和划入是同一个单位，请重新选择划入单位。',
  'transfer-of-nothing': '没有写明划转的是什么：人员写岗位，事项写事项，职能和设备写名称和数量。',
  'cost-not-theirs': '按照方案，这类费用不由所选的单位承担，请改选应当承担的单位。',
  'quota-not-a-town': '这里只登记镇（街道）的情况，请重新选择镇（街道）。',
  'office-not-pilot': '方案只让试点镇（街道）设立审批服务所，请先在方案里列为试点。',
  'office-founded': '这个镇（街道）已经设立了审批服务所，请在原有的上面登记划转。',
  'clause-not-in-force': '这一条不是现行条款，请从现行条款中选择。',
  'clause-not-for-place': '这一条不适用于这类场所，请重新选择条款或者场所。',
  'inspection-of-nothing': '没有选任何条款，请至少选一条合格或者不合格的条款。',
  'days-reversed': '截止日期早于起始日期，请重新填写日期。',
  'liaison-rank-wrong': '联络人的职级不符合方案的要求，请改为符合要求的人员。',
  'nothing-changes': '填写的内容和现在的一样，没有需要变更的，请核对后再提交。',
  'station-window-count': '服务站的窗口数与方案不符，请照方案的数目改。',
  'calendar-day-outside-year': '放假或上班日期不在该年度内，请核对日期。',
  'calendar-day-twice': '同一天出现了两次，请删去多余的一条。',
  'calendar-make-up-not-weekend': '调休上班日应当是周六或周日，请核对放假通知。',
  'calendar-not-published': '该年度的放假通知尚未发布，发布后再导入；在此之前按周末和法定节日暂算。',
  'local-holiday-not-one-year': '地方节假日要写明放假日期，同一条只写一个年度；请按年度分开填写。',
  'pack-file-malformed': '方案文件的格式不对，请按提示的文件和位置修改。',
}
