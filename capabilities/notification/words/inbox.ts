import { longDay } from '#ui/format/day.ts'
import type { MessageKind, MessageParams } from '../contract.ts'

export interface Worded {
  title: string
  text: string
}

type Words = (params: MessageParams) => Worded

const RESULT = { granted: '准予', denied: '不予批准', refused: '不予受理' }

function result({ outcome }: MessageParams): string {
  return outcome === undefined ? '' : `结果是${RESULT[outcome]}。`
}

/** Every message as its owner reads it after signing in: what happened, and what to do now. */
const INBOX: Readonly<Record<MessageKind, Words>> = {
  received: ({ item, place, day }) => ({
    title: '收到了您的申请',
    text: `“${item}”的申请已由${place}收下。${day ? `最晚${longDay(day)}告诉您是否受理、缺什么材料。` : ''}`,
  }),
  supplement: ({ item, day }) => ({
    title: '请补正材料',
    text: `“${item}”还缺材料，或者有材料不合要求。要补的已经一次列全，请打开办件逐项补齐${
      day ? `，最晚${longDay(day)}；到期没有补，视为撤回申请` : ''
    }。`,
  }),
  'supplement-reminder': ({ item, day = '' }) => ({
    title: '补正材料快到期了',
    text: `“${item}”要补的材料还没有收到，最晚${longDay(day)}。到期没有补，视为撤回申请。不会在网上补的，可以带到窗口交。`,
  }),
  'papers-received': ({ item, day }) => ({
    title: '收到了您交的材料',
    text: `您为“${item}”交的材料收到了，放进了案卷。${day ? `窗口最晚${longDay(day)}答复。` : ''}交了什么，打开办件看。`,
  }),
  accepted: ({ item, day }) => ({
    title: '已经受理',
    text: `“${item}”材料齐全，已经受理。${day ? `承诺最晚${longDay(day)}作出决定。` : ''}您不用再做什么，等通知就行。`,
  }),
  'accepted-with-gaps': ({ item, day = '' }) => ({
    title: '容缺受理，还有材料要补交',
    text: `“${item}”已经先行受理。您承诺补交的材料，最晚${longDay(day)}补齐；到期没有补齐，视为撤回申请。`,
  }),
  'gap-reminder': ({ item, day = '' }) => ({
    title: '承诺补交的材料快到期了',
    text: `“${item}”您承诺补交的材料还没有收齐，最晚${longDay(day)}。可以在办件里上传，也可以送到或寄到窗口，以送到的日子为准。到期没有补齐，视为撤回申请。`,
  }),
  'gap-defective': ({ item, day = '' }) => ({
    title: '补交的材料要改一改',
    text: `“${item}”补交的材料有不合要求的，怎样改写在办件里，请最晚${longDay(day)}重新补交。`,
  }),
  'gap-lapsed': ({ item }) => ({
    title: '没有按期补齐，视为撤回',
    text: `“${item}”到了约定的日子，承诺补交的材料没有补齐，视为撤回申请。材料备齐以后，可以重新申请。`,
  }),
  'deemed-accepted': ({ item, day }) => ({
    title: '依法视为受理',
    text: `收到“${item}”的材料后，没有在规定的时间内告诉您要补什么，依法视为已经受理。${
      day ? `承诺最晚${longDay(day)}作出决定。` : ''
    }`,
  }),
  'not-finished': ({ item }) => ({
    title: '当天没有办完',
    text: `“${item}”本应当场办完，这次没有办完，还在继续办理。原因和期限写在办件里。`,
  }),
  'promise-withdrawn': ({ item }) => ({
    title: '承诺已撤回，改按一般程序办理',
    text: `窗口登记了撤回“${item}”的告知承诺，同一件事接着按一般程序办，承诺代替的材料需要补交。不是您的意思，请马上联系窗口。`,
  }),
  'withdrawn-at-window': ({ item, place }) => ({
    title: '窗口登记了撤回申请',
    text: `“${item}”的申请已在${place}登记撤回，不再办理。不是您的意思，请马上联系窗口或拨打12345。`,
  }),
  'returned-at-window': ({ item, place }) => ({
    title: '窗口登记了退件',
    text: `${place}登记您不再办理“${item}”，已经退件，退件通知书在办件里。不是您的意思，请马上联系窗口或拨打12345。`,
  }),
  terminated: ({ item }) => ({
    title: '办理已经终止',
    text: `“${item}”的办理已经终止，理由写在终止办理通知书里。不服的，可以申请行政复议或者提起行政诉讼。`,
  }),
  forwarded: ({ item }) => ({
    title: '已转报上级机关决定',
    text: `“${item}”已经初步审查完毕，意见和全部材料已报送上级机关决定。您不用再交一次材料，等通知就行。`,
  }),
  'handler-changed': ({ item, handler }) => ({
    title: '承办单位变了',
    text: `“${item}”现在由${handler?.name ?? '新的承办单位'}承办。以后请到${handler?.place ?? '受理的窗口'}办理或者咨询${handler ? `，电话${handler.phone}` : ''}。作决定的机关和办理期限不变，您不用再交一次材料。`,
  }),
  'notice-to-fetch': ({ item, place }) => ({
    title: '有文书请您签收',
    text: `“${item}”有一份告知文书要交给您，请带身份证到${place}签收。签收以后，文书写明的期限才开始计算。`,
  }),
  'special-begun': ({ item, day }) => ({
    title: '特别程序开始，期限暂停',
    text: `“${item}”要进行特别程序，所需时间不计入办理期限${day ? `，预计${longDay(day)}以前结束` : ''}。要您准备的写在告知书里。`,
  }),
  'special-over': ({ item }) => ({
    title: '特别程序结束，继续办理',
    text: `“${item}”的特别程序已经结束，办理期限接着计算，等通知就行。`,
  }),
  'hearing-right': ({ item, day }) => ({
    title: '您可以要求听证',
    text: `“${item}”作出决定以前，您有权要求听证${day ? `，最晚${longDay(day)}提出` : ''}，在办件里就可以提，不收任何费用。没有提的，视为放弃。`,
  }),
  'hearing-called': ({ item, day }) => ({
    title: '听证的时间已经定下',
    text: `“${item}”的听证${day ? `定在${longDay(day)}` : '已经定下时间'}，地点和主持人写在听证通知书里，请准时参加。`,
  }),
  extended: ({ item, day }) => ({
    title: '办理期限延长',
    text: `“${item}”不能在原定期限内作出决定，经负责人批准延长${day ? `到${longDay(day)}` : ''}，理由写在延长告知书里。`,
  }),
  'version-offered': ({ item }) => ({
    title: '可以按更方便的新版本办理',
    text: `“${item}”的办事指南有了新版本，对您这件事更方便。打开这件事就能看到哪里方便了，选“同意”或者“不用”都可以；不选，就一直按原来的办。`,
  }),
  'publicity-opened': ({ item, day }) => ({
    title: '拟决定的内容开始公示',
    text: `“${item}”依法公示${day ? `到${longDay(day)}` : ''}，期满没有异议或者异议核实以后作出决定。`,
  }),
  'objection-answered': ({ item, objection }) => ({
    title: '您的公示异议核实完了',
    text: `您对“${item}”公示提的异议已经核实完${
      objection === undefined ? '' : `，异议${objection.upheld ? '成立' : '不成立'}`
    }。打开回执能看到结果和咨询电话。`,
  }),
  lapsed: ({ item }) => ({
    title: '没有按期补正，视为撤回',
    text: `“${item}”在补正期限内没有收到材料，视为撤回申请。材料备齐以后，可以重新申请。`,
  }),
  'deadline-moved': ({ item, day = '' }) => ({
    title: '您的期限有变化',
    text: `放假安排公布了，“${item}”要您办的事，最后一天改为${longDay(day)}。`,
  }),
  'promise-moved': ({ item, day = '' }) => ({
    title: '承诺的日子有变化',
    text: `放假安排公布了，“${item}”承诺作出决定的最后一天改为${longDay(day)}。`,
  }),
  'result-at-window': (params) => ({
    title: '结果出来了，请来领取',
    text: `“${params.item}”已经作出决定，${result(params)}文书在${params.place}，请带身份证来领取。`,
  }),
  'result-by-post': (params) => ({
    title: '结果出来了，将寄给您',
    text: `“${params.item}”已经作出决定，${result(params)}文书会寄到您填的地址，寄出后再告诉您运单号。`,
  }),
  'collect-reminder': ({ item, place }) => ({
    title: '还有文书没有领取',
    text: `“${item}”的文书在${place}等了几天，还没有人来领。请带身份证来领取；来不了的，可以打电话给窗口商量。`,
  }),
  waybill: ({ item, carrier = '', waybill = '' }) => ({
    title: '文书已经寄出',
    text: `“${item}”的文书已经交给${carrier}，运单号${waybill}。签收前请核对收件人。`,
  }),
  'post-returned': ({ item, place }) => ({
    title: '邮件退回来了',
    text: `“${item}”的文书没有送到，退回了${place}。请带身份证来领取，或者联系窗口再寄一次。`,
  }),
  'delivered-online': (params) => ({
    title: '结果出来了，可以下载',
    text: `“${params.item}”已经作出决定，${result(params)}文书在办件里，随时可以下载。${afterwards(params)}`,
  }),
  'delivered-by-post': (params) => ({
    title: '邮件已经签收',
    text: `“${params.item}”的文书已经签收。没有收到的，请联系${params.place}。${afterwards(params)}`,
  }),
  collected: (params) => ({
    title: '文书已在窗口领取',
    text: `“${params.item}”的文书已在${params.place}领取。不是您本人或您委托的人领的，请马上联系窗口。${afterwards(params)}`,
  }),
  'check-met': ({ item }) => ({
    title: '事后核查通过',
    text: `“${item}”经过核查，情况与承诺一致，这件事办结了。`,
  }),
  'check-rectify': ({ item, day }) => ({
    title: '核查发现问题，请按期整改',
    text: `“${item}”经过核查，有地方与承诺不符，请打开办件看清楚${
      day ? `，最晚${longDay(day)}改好` : '，按期改好'
    }。改不好的，决定会被撤销。`,
  }),
  'check-broken': ({ item }) => ({
    title: '核查结果与承诺不符',
    text: `“${item}”经过核查，情况与承诺不符，将依法作出处理。您可以说明理由、提交证据，请联系窗口。`,
  }),
  'rectification-over': ({ item }) => ({
    title: '整改期限已过',
    text: `“${item}”到期没有改好，按不符合承诺处理。您可以说明理由、提交证据，请联系窗口。`,
  }),
  'intent-told': ({ item, day }) => ({
    title: '拟作出对您不利的处理，您可以申辩',
    text: `“${item}”拟作出的处理和理由写在告知书里，请打开办件看清楚。您可以陈述、申辩${day ? `，最晚${longDay(day)}` : ''}，在办件里就可以提，也可以到窗口。`,
  }),
  'revocation-ready': ({ item, place }) => ({
    title: '作出了撤销决定',
    text: `“${item}”的原决定被撤销，撤销决定书在${place}，请带身份证来领取。不服的，可以申请行政复议或者提起行政诉讼。`,
  }),
  revoked: ({ item }) => ({
    title: '原决定已失去效力',
    text: `“${item}”的撤销决定已经送达，原来的决定不再有效。不服的，可以申请行政复议或者提起行政诉讼，期限写在决定书上。`,
  }),
  'licence-reminder': ({ item, day, until, licence }) => ({
    title: '证照快到期了',
    text: `${held(item, licence)}${until ? `有效期到${longDay(until)}` : '快到期了'}，${
      day === undefined
        ? '到期以后不能再使用。还要从事这项活动的，请提前重新申请。'
        : `要延续的最晚${longDay(day)}申请。打开“我的证照”就能申请，原来填过的不用再填。`
    }`,
  }),
  'licence-expired': ({ item, day, licence }) => ({
    title: '证照已过有效期',
    text: `${held(item, licence)}${day ? `有效期到${longDay(day)}为止，` : ''}没有延续，现在不能再使用。还要从事这项活动的，请重新申请。`,
  }),
  'licence-renewed-by-law': ({ item, day, licence }) => ({
    title: '证照依法视为延续',
    text: `${held(item, licence)}到期前没有作出是否延续的决定，依法视为准予延续${day ? `到${longDay(day)}` : ''}。您不用做什么，新的文书做好后再通知您。`,
  }),
  'licence-intent': ({ item, day, licence }) => ({
    title: '拟对您的证照作出处理',
    text: `发证机关拟撤销、撤回、变更或者注销${held(item, licence)}，理由写在告知书里，请打开“我的证照”查看。告知书送达以后您可以陈述、申辩${day ? `，最晚${longDay(day)}` : ''}：在“我的证照”里就能提，也可以当面说或者把书面材料交到窗口。`,
  }),
  'licence-intent-dropped': ({ item, licence }) => ({
    title: '证照继续有效',
    text: `发证机关决定不再处理${held(item, licence)}，证照继续有效，您不用做什么。`,
  }),
  'licence-changed-by-office': ({ item, licence }) => ({
    title: '证照内容有变更',
    text: `发证机关对${held(item, licence)}的变更决定已经送达，请打开“我的证照”看改了什么，并持原证照换发。造成损失的依法补偿；不服的，可以申请行政复议或者提起行政诉讼。`,
  }),
  'licence-corrected': ({ item, licence }) => ({
    title: '证照文字已更正',
    text: `${held(item, licence)}写错的文字已经更正，许可的内容不变。请持原证照换发，换发不收费。`,
  }),
  'licence-ended': ({ item, licence }) => ({
    title: '证照已失去效力',
    text: `对${held(item, licence)}的处理决定已经送达，证照不能再使用。决定书在“我的证照”里；不服的，可以申请行政复议或者提起行政诉讼。`,
  }),
}

/** The licence by its own name and number beside the item it is for. */
function held(item: string, licence: MessageParams['licence']): string {
  return licence === undefined ? `“${item}”的证照` : `“${item}”的${licence.name}（${licence.number}）`
}

function afterwards({ toCheck }: MessageParams): string {
  return toCheck ? '以后还会对照承诺核查一次，请照承诺做好。' : '办得满意不满意，可以在办件里评价。'
}

export function inInbox(kind: MessageKind, params: MessageParams): Worded {
  return INBOX[kind](params)
}

/** After a person's data was erased on request, that there was a message is all that is left of it. */
export const ERASED: Worded = {
  title: '一条消息',
  text: '这条消息的内容已随个人信息一起删除。',
}
