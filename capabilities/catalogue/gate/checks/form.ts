import { danglingAnswers, unknownReplacements, unknownVariantPapers } from '../../model/process-rules.ts'
import { WORKS, when, type Check } from '../check.ts'

const group = 'form'

/** What the one form engine and the intake list rest on. */
export const FORM_CHECKS: readonly Check[] = [
  {
    ...{ id: 'answers', group, ...WORKS, at: '/form/fields' },
    title: '条件引用的字段和选项都在表单里',
    source: '表单与材料用同一份定义',
    find: when(danglingAnswers),
    what: '条件引用了表单里没有的字段或者选项',
    remedy: '核对条件里写的字段名和选项值',
  },
  {
    ...{ id: 'party', group, ...WORKS, at: '/form/fields' },
    title: '表单有申请人姓名（名称）和联系电话',
    source: '办件汇聚数据集的必填项',
    find: when(
      (item) =>
        !['party.name', 'party.phone'].every((element) =>
          item.form.fields.some((field) => field.element === element),
        ),
    ),
    what: '表单没有申请人姓名（名称）或联系电话',
    remedy: '补上这两个字段，并选“申请人姓名（名称）”“联系电话”数据元（party.name、party.phone）',
  },
  {
    ...{ id: 'form', group, ...WORKS, at: '/materials' },
    title: '由表单生成的申请表正好一份',
    source: '表单与材料用同一份定义',
    find: when((item) => item.materials.filter((material) => material.fromForm).length !== 1),
    what: '由表单生成的申请表不是正好一份',
    remedy: '只把申请表一份标为由表单生成',
  },
  {
    ...{ id: 'ids', group, ...WORKS, at: '/materials' },
    title: '材料编号不重复',
    source: '表单与材料用同一份定义',
    find: when((item) => new Set(item.materials.map(({ id }) => id)).size !== item.materials.length),
    what: '材料编号重复',
    remedy: '给每份材料不同的编号',
  },
  {
    ...{ id: 'commitment-materials', group, ...WORKS, at: '/process/commitment/replaces' },
    title: '承诺替代的材料在清单里',
    source: '国办发〔2020〕42号',
    find: when(unknownReplacements),
    what: '承诺替代的材料不在材料清单里，或者是申请表',
    remedy: '改成材料清单里的编号',
  },
  {
    ...{ id: 'lifecycle-materials', group, ...WORKS, at: '/lifecycle' },
    title: '变更、延续、注销的材料有来处',
    source: '《中华人民共和国行政许可法》第四十九条、第五十条、第七十条',
    find: when(unknownVariantPapers),
    what: '变更、延续或者注销的材料不在材料清单里，或者新增材料的编号重复，或者漏了申请表',
    remedy: '用材料清单里的编号，新增材料另起编号，并列上申请表',
  },
]
