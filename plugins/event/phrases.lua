-- Noun phrases that end at a given place, read from right to left: where a name, a place or a host begins.
--   `… 1곳을 탈락시키기 위한 ['독자 AI 파운데이션 모델' 프로젝트 1차 발표회]를`   `30일 오후 [서울 삼성동 코엑스]에서`
local re <const> = require "re"

local phrases <const> = {}

-- The last word of a place, and a stretch in marks that the place ends with (with what stands right before and behind it).
local last_word <const> = re.compile [[[^\s]+$]]
local marked <const> = re.compile([[(?:^|(?<=[\s(]))[^\s'"‘“「<]{0,12}(?:'[^']{1,60}'|"[^"]{1,60}"|‘[^’]{1,60}’|“[^”]{1,60}”|「[^」]{1,60}」
  |<[^>]{1,60}>)[^\s'"‘’“”]{0,12}$]], "x")
local bracketed <const> = re.compile [[[^\s()]*\([^()]{1,40}\)[^\s()]{0,6}$]]

-- A word that closes what stands before it: a particle, an ending, a mark.
--   particles `은 는 을 를 이 가 에서 에게 에 로`; endings `탈락시키기 위한`, `알려지자`, `모여`, `빠르게`, `위치한`, `없었던`, `따르면`
local closing <const> = re.compile([=[(?:[은는을를]|[^\s]에서|에게|에선|(?:[가-힣]{2}|[’'”")0-9A-Za-z])[이가]|[가-힣]에|으로|[^로]로|[가-힣]며|(?:하|되|이|있|없|었|았|했|들|갖|열|맞
  |두|라|다)고|[가-힣]{2}해|(?:통|위|대|의)해|[가-힣]{2}한|(?:위|대|관|통)한|[가-힣]던|앞둔|[가-힣]{2}할|(?:하|되|지|리|히|오|가|보|시키)자|(?:모|하
  |들)여|(?:르|롭|하|되|있|없|많|크|늦)게|(?:하|되|르|으|려)면|돌아와|나와|따른|열린|관련|[했됐였었]다|(?<![가-힣])(?:및|등|뒤|후|중|전|때|가운데|채|것|수|초|말
  |기간|동안)|[가-힣]된|맞아|맞은|앞두고|이후|[,.;:…·△▲◆■▶=\]])$]=], "x")
-- Nouns that end like such words.
local nouns <const> = re.compile([[^(?:국가|평가|작가|전문가|[가-힣]*물가|증가|휴가|추가|[가-힣]+대로|차이|어린이|놀이|해돋이|맞이|해맞이|국민|이해|피해|새해|역할|[가-힣]*제한|[가-힣]*권한|소비자가|노인
  |장애인|외국인|도로|[가-힣]*진로|[가-힣]*경로|경로|신고|보고|[가-힣]*사고|최고|광고)$]], "x")
-- The same for places, where foreign names end like anything (`퐁텐블로 호텔`, `만달레이 베이`): only what is surely no name.
local closing_place <const> = re.compile([=[(?:[가-힣][은는를]|[가-힣](?<!마|가|노|고)을|에서|에게|에선|으로|부터|까지|[가-힣A-Za-z](?:(?<![바하와베레노웨타데라케제])이|(?<![스요시상번])가)
  |[’'”")][이가은는을를]|[가-힣]며|(?:하|되|있|했|갖|열|맞)고|통해|위해|위한|대한|관한|[했였었]던|앞둔|(?:위치|소재|설치|마련|개발|운영|개최)한|따르면|열린|[했됐였었]다
  |[가-힣]된|맞아|앞두고|이후|(?<![가-힣])(?:및|등|뒤|후|중|전|때|가운데|초|말|기간|동안)|[,.;:…△▲◆■▶=\]])$]=], "x")
local time <const> = re.compile([[^(?:\(?현지\s?시[간각]\)?|\d+(?:일|시간|분)간|(?:오늘|어제|내일|전날|이날)\([^()]*\)|오전|오후|낮|밤|저녁|새벽|아침|이날|오늘|어제|내일|전날|당일|지난|오는|시간|날|연초
  |연말|초|말|먼저|즉각|결국|현재|당초|따로|별도로|최근|앞서|이어|또|또한|한편|특히|매년|올해|내년|지난해|작년|이번|같은|함께|각각|다시|다음|이달|지난달|[월화수목금토일]요일
  |\d{1,2}시(?:\d{1,2}분)?(?:께|경|쯤)?|\d{1,2}분(?:께)?|공동으로|직접|그|이|제1면|\d{4}년|\d{1,2}월
  |[^\s]*\d일(?:\([^()]*\))?(?:부터|까지)?|[~∼\-])$]], "x")

-- The phrase that ends where `place` ends, of at most `most` words; `locality` true for the name of a place.
function phrases.ending(place, most, locality)
  local ends <const> = locality and closing_place or closing
  local rest = place:trim()
  local from
  for _ = 1, most do
    local word <const> = marked:find(rest) or bracketed:find(rest) or last_word:find(rest)
    if not word or #word == 0 then break end
    if time:test(word) or from and ends:test(word) and not nouns:test(word) then break end
    from = word
    rest = rest:upto(word):trim()
    if #rest == 0 then break end
  end
  return from and from:hull(place:trim():right(1)) or nil
end

-- The phrase without the mark or bracket that does not belong to it: `코엑스)` , `‘발표회`.
local loose_open <const> = re.compile [==[^(?:.*(?:기자|특파원)\s?[=\]〕】]\s?|.*[\]=]\s?)?[\[◇△▲■◆▶·,\s)”’“"]*]==]
function phrases.clean(span)
  local open <const> = loose_open:find(span)
  return open and span:from(open) or span
end

return phrases
