import { wordPatternOf } from '../../language/lexicon/word-pattern.ts';

/** How a language asks for an opinion. */
export interface OpinionWords {
  /** The word that asks for an opinion; not `best describes`, and not what can be measured. */
  readonly asks: RegExp;
  /** Names whose opinion it is. */
  readonly source: RegExp;
  /** Words that ask for the reader's own opinion or taste, whatever source is named. */
  readonly own?: RegExp;
}

/** How German asks for an opinion. */
export const germanOpinion: OpinionWords = {
  asks: /(?<!(?<!\p{L})(?:beschr[ei]+b|pass|erklär|definier|charakterisier|entspr|veranschaulich|trifft|triff|zusammenfass|wiedergib)[^?]*)(?<!\p{L})am besten(?! (?:beschr|pass|zu(?!\p{L})|trifft|erklär|definier|bekannt|bezahlt|bewertet|abgeschnitten|charakterisier|entspr))|(?<=(?<!\p{L})(?:was|welche[mnrs]?|wie|wer|wann|wo|warum)(?!\p{L})[^?]*)sollte(?:n? man)?(?!\p{L}|n? (?:sie|ihr|du)(?!\p{L})|st)|(?<!\p{L})(?:wichtigste[nrsm]?|am wichtigsten)(?!\p{L})/iu,
  source: wordPatternOf(
    String.raw`laut|gemäß|zufolge|nach (?:ansicht|meinung|angaben|auffassung|\p{L}+ \(\d{4}\))|studien?|leitlinien?|richtlinien?|norm(?:en)?|gesetz\p{L}*|verordnung\p{L}*|dokumentation|empf(?:iehlt|ohlen\p{L}*|ehlung\p{L}*)|autor(?:en|in)?|bericht\p{L}*|artikel|buch|standard|spezifikation|rfc|din|iso|stgb|bgb|stvo`,
  ),
  own: /(?<!\p{L})(?:(?:ihrer|deiner|eurer|meiner|unserer) (?:meinung|ansicht|auffassung) nach|(?:nach|in) (?:ihrer|deiner|eurer|meiner) (?:meinung|ansicht|augen)|(?:was|wen|welche[mnrs]?)[^?]* (?:glauben|meinen|finden|denken) sie|schönste[nrsm]?|am schönsten)(?!\p{L})/iu,
};

/** How French asks for an opinion. */
export const frenchOpinion: OpinionWords = {
  asks: /(?<!\p{L})(?:la|le|les) (?:meilleure?s?)(?!\p{L})(?! (?:description|définition|réponse|score|résultat|temps|performance|marqueu|buteu|note))(?! \p{L}+ (?:décri|défini))|(?<!(?:décri|défini|correspon|représent|expliqu|résum)[^?]*)(?<!\p{L})le mieux(?! (?:décri|défini|classé|payé|adapté))|(?<=(?<!\p{L})(?:que|quelle?s?|qui|comment|quand|où|pourquoi)(?!\p{L})[^?]*)devrait(?!\p{L})|(?<!\p{L})l[ea]s? plus importante?s?(?!\p{L})/iu,
  source: wordPatternOf(
    String.raw`selon|d['’]après|conformément|étude|études|norme|loi|documentation|recommand\p{L}*|auteurs?|rapport|article|livre|manuel|guide|standard|spécification|rfc|iso|code`,
  ),
  own: /(?<!\p{L})(?:[àa] (?:votre|ton|mon|notre) avis|(?:selon|d['’]après|pour) (?:vous|toi|moi)(?= ?[,?])|pensez-vous|penses-tu|trouvez-vous|(?:le|la|les) plus (?:beaux?|belles?|intéressante?s?|agréables?))(?!\p{L})/iu,
};

/** How Spanish asks for an opinion. */
export const spanishOpinion: OpinionWords = {
  asks: /(?<!\p{L})(?:el|la|los|las) mejor(?:es)?(?!\p{L})(?! (?:descri|defin|represent|explic|resum|respuesta|puntuación|resultado|tiempo|marca|valorad|conocid|pagad))(?! \p{L}+ (?:describ|defin))|(?<=(?:qué|cuál(?:es)?|quién|cómo|cuándo|dónde)(?!\p{L})[^?]*)(?:se debería|deberían)(?!\p{L})|(?<!\p{L})más importantes?(?!\p{L})/iu,
  source: wordPatternOf(
    String.raw`según|de acuerdo con|conforme a|estudios?|norma|ley|documentación|recom[ie]+nd\p{L}*|autor(?:es|a)?|informe|artículo|libro|manual|guía|estándar|especificación|rfc|iso`,
  ),
  own: /(?<!\p{L})(?:(?:en|según) (?:su|tu|mi|vuestra) opinión|a (?:su|tu|mi) juicio|(?:cree|piensa|opina) usted|crees que|piensas que|más (?:bonit[oa]s?|bell[oa]s?|hermos[oa]s?))(?!\p{L})/iu,
};

/** How Japanese asks for an opinion. */
export const japaneseOpinion: OpinionWords = {
  asks: /(?:最も|もっとも|一番)(?:優れ|良い|よい|いい|好ま|重要|大切)|べき(?=(?:もの|こと|点|方法)?(?:は|です|でしょう|だろう|か)|$)/u,
  source:
    /によると|によれば|に基づ|に従[いえっ]|論文|著者|ガイドライン|規格|仕様|公式|推奨|研究|報告|法律?で|法に|条|指針|マニュアル|[（(](?:19|20)\d\d/u,
  own: /(?:と(?:思い|思われ|考え)ますか|と思うか|あなたの(?:意見|考え|感想)|(?:最も|もっとも|一番)(?:美し|素晴らし|すばらし|面白|おもしろ|好き))/u,
};
