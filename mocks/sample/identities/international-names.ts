import type { Random } from '../random.ts';
import type { Named, Region } from './names.ts';

type Script = {
  region: Region;
  /** `*` stands for the business's own name, `#` for its trade. */
  form: string;
  names: string[];
  trades: string[];
  people: string[];
};

/** Name parts in many scripts. */
const SCRIPTS: Script[] = [
  {
    region: 'apac',
    form: '株式会社*#',
    names: ['サクラ', 'ヤマネ', 'アオバ', 'カモメ'],
    trades: ['商事', '食品', '物産'],
    people: ['佐藤 恵', '田中 健一', '鈴木 さくら'],
  },
  {
    region: 'apac',
    form: '*#有限公司',
    names: ['长江', '东方', '金桥', '云海'],
    trades: ['贸易', '科技', '食品'],
    people: ['王 芳', '李 伟', '张 敏'],
  },
  {
    region: 'apac',
    form: '*# 주식회사',
    names: ['서울', '한빛', '푸른', '가온'],
    trades: ['디자인', '물류', '식품'],
    people: ['김 민준', '이 서연', '박 지훈'],
  },
  {
    region: 'uk',
    form: 'شركة * ل#',
    names: ['النخيل', 'الواحة', 'المنارة', 'الفجر'],
    trades: ['لتجارة', 'لأغذية', 'لمقاولات'],
    people: ['ليلى حداد', 'عمر فاروق', 'سارة منصور'],
  },
  {
    region: 'eu',
    form: '* # בע״מ',
    names: ['שמש', 'כרמל', 'ארז', 'גליל'],
    trades: ['מאפים', 'הנדסה', 'שיווק'],
    people: ['נועה לוי', 'איתן כהן', 'מאיה פרץ'],
  },
  {
    region: 'eu',
    form: 'ООО «*-#»',
    names: ['Север', 'Волга', 'Рассвет', 'Заря'],
    trades: ['Снаб', 'Торг', 'Строй'],
    people: ['Ирина Соколова', 'Павел Орлов', 'Елена Зайцева'],
  },
  {
    region: 'eu',
    form: '* #',
    names: ['Αθηνά', 'Αιγαίο', 'Ήλιος', 'Δελφοί'],
    trades: ['Υφάσματα', 'Τρόφιμα', 'Εκδόσεις'],
    people: ['Νίκος Παππάς', 'Ελένη Δούκα', 'Γιώργος Λάμπρου'],
  },
  {
    region: 'apac',
    form: '* #',
    names: ['अन्नपूर्णा', 'हिमालय', 'गंगा', 'सूर्या'],
    trades: ['मसाले', 'वस्त्र', 'ट्रेडर्स'],
    people: ['प्रिया नायर', 'राहुल वर्मा', 'अनीता शर्मा'],
  },
  {
    region: 'eu',
    form: '* # A/S',
    names: ['Ærø', 'Søndergård', 'Nørre', 'Åby'],
    trades: ['Træ', 'Møbler', 'Fødevarer'],
    people: ['Søren Kjær', 'Åse Nygård', 'Jørgen Bæk'],
  },
  {
    region: 'eu',
    form: '* # GmbH',
    names: ['Grünwald', 'Süderelbe', 'Weiß & Größe', 'Bärental'],
    trades: ['Feinkost', 'Maschinenbau', 'Gebäudetechnik'],
    people: ['Jürgen Groß', 'Käthe Böhm', 'Uwe Schäfer'],
  },
  {
    region: 'eu',
    form: '* # Sp. z o.o.',
    names: ['Łódzka', 'Wiślana', 'Śląska', 'Złota'],
    trades: ['Przędzalnia', 'Piekarnia', 'Hurtownia'],
    people: ['Zofia Wójcik', 'Paweł Żak', 'Małgorzata Łęcka'],
  },
  {
    region: 'eu',
    form: '* # A.Ş.',
    names: ['Çiçek', 'Güneş', 'Işık', 'Boğaz'],
    trades: ['Lojistik', 'Gıda', 'İnşaat'],
    people: ['Emre Çiçek', 'Ayşe Yıldız', 'Oğuz Şahin'],
  },
  {
    region: 'eu',
    form: '# La * S.L.',
    names: ['Ñusta', 'Peña', 'Cigüeña', 'Montaña'],
    trades: ['Panadería', 'Librería', 'Ferretería'],
    people: ['Ana Prieto', 'Íñigo Muñoz', 'Lucía Núñez'],
  },
  {
    region: 'apac',
    form: 'Công ty * #',
    names: ['Hòa Bình', 'Sông Hồng', 'Thành Đạt', 'Ánh Dương'],
    trades: ['Thực phẩm', 'Vận tải', 'Xây dựng'],
    people: ['Nguyễn Thị Lan', 'Trần Văn Đức', 'Lê Minh Hằng'],
  },
];

const inTurn = <T extends string | object>(choices: readonly T[], turn: number): T => {
  const choice = choices[Math.floor(turn) % choices.length];
  if (choice === undefined) throw new RangeError('There is nothing to choose from.');
  return choice;
};

/** A business with a non-English name, and a person there. Names repeat after 168 turns. */
export const internationalName = (turn: number, random: Random): Named => {
  const { form, names, trades, people, region } = inTurn(SCRIPTS, turn);
  const round = turn / SCRIPTS.length;
  const name = form
    .replace('*', inTurn(names, round))
    .replace('#', inTurn(trades, round / names.length));
  return { name, contactName: random.pick(people), region };
};
