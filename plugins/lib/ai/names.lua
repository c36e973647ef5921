-- Names of AI models and chips in a text: where they stand and how far they reach.
--   families with what follows them    `큐웬3 235B`, `GPT-OSS 120B`, `라마(Llama) 3.1`, `하이퍼클로바 X 시드 씽크(32B)`, `A.X K1`
--   names a sentence introduces        `언어모델 '비트루'`, `'비트루 2.0' 모델`, `AI 칩 '레아'`
local re <const> = require "re"
local words <const> = require "words"

local names <const> = {}

local families <const> = words.file "ai/families.txt"

-- What may stand behind a name: a particle, a mark, a space, or a noun that goes on with it (`솔라 모델`, `블랙웰급`).
names.boundary = [[(?=$|[^가-힣]|[은는이가을를의와과로도에만나랑]|보다|대비|급|처럼|까지|부터|하고|라는|란|인\x20|인데|였|입니|측|모델|시리즈|기반|조차|마저)]]

-- Words that makers put behind a family to tell its members apart: `제미나이3 프로`, `클로드 오퍼스 4.5`.
local variant <const> = [[(?:프로|플래시|울트라|미니|나노|터보|싱크|씽크|옴니|시드|오픈|소넷|소네트|오퍼스|하이쿠|에센스|맥스|라이트|플러스
  |인스트럭트|베이스|스카우트|매버릭|미디엄|라지|스몰|에어|프리뷰|코더|챗|딥싱크|딥씽크|스파크|케이원|플래그|미듐|하이
  |mini|nano|pro|turbo|flash|preview|high|medium|low)]]

local tail <const> = re.compile([[^(?:
    \x20?\([A-Z][A-Za-z0-9.\-\x20]{0,40}\)(?=[-\x20]?(?:\d|[A-Z]|]] .. variant .. [[))   # 라마(Llama) 3.1
  | \x20?\(\d+(?:\.\d+)?[BMT]\)                                                       # 씽크(32B)
  | [-\x20]?[vV]?\d++(?:\.\d++)*(?:[a-zBT]{1,2}(?![A-Za-z]))?                          # 4.0, 235B, 4o, V3
      (?![\d.,]*\d|\x20?(?:점|%|퍼센트|위|배|등급|개|년|월|일|명|만|억|천|조|종|가지|차|분|초|호|단계|번|달러|원|여|장|대(?!비)|회|건|세대|주|곳|팀))
  | [-\x20]?]] .. variant .. [[\d*(?:\.\d+)?]] .. names.boundary .. [[                 # 프로2, 옴니
  | \x20[가-힣]{1,5}(?=\x20\d+\.\d+(?!\d|\x20?(?:점|%|배)))                               # 엑사원 패스 2.0
  | [A-Z]\d+(?:\.\d+)*(?![A-Za-z0-9])                                                  # 딥시크R1
  | [-\x20](?!(?:AI|API|LLM|GPU|NPU|CPU|IT|CEO|PC|TV|SDK|CES|APP|TOP)(?![A-Za-z0-9]))
      [A-Z][A-Za-z0-9]{0,11}(?:\.\d+)?(?![A-Za-z0-9])                                 # K1, SEED, OSS
)*]], "x")

local word_before <const> = re.compile [[[가-힣A-Za-z0-9]$]]
local ends_well <const> = re.compile("^" .. names.boundary)
local alias_behind <const> = re.compile [[^['’"”]?\x20?\(((?=[^()]*[A-Za-z가-힣])[A-Za-z가-힣][A-Za-z가-힣0-9.,:·\-\x20]{0,45})\)]]
local open_before <const> = re.compile [[['‘"“]$]]
local close_behind <const> = re.compile [=[^(?:\x20?\([^()]*\))?['’"”]]=]
local bracket_behind <const> = re.compile [=[^['’"”]?\x20?\([A-Z][A-Za-z]]=]
local model_behind <const> = re.compile [[^['’"”]?\x20?(?:AI\x20)?모델]]
-- `AI 칩 스타트업인 '그록'`: the word names a company here.
local firm_before <const> = re.compile [[(?:스타트업|기업|업체|회사|개발사)(?:인|은)?\x20?['‘"“]?$]]

-- `그록(Groq)`: the bracket says that the everyday word names something else here.
local latin_word <const> = re.compile "^[A-Z][A-Za-z]+$"

-- Each mention of a family with all that belongs to the name: span, its family (string), kind, alias (span of `(EXAONE)`),
-- and sure: false for an everyday word that nothing marks as a name (likely: that needs less to be one).
local function family_mentions(place)
  local found <const> = {}
  for head, tag in families:each(place) do
    local before <const> = head:before(1)
    if not word_before:test(before) then
      local rest <const> = head:after(64)
      local more <const> = tail:find(rest)
      local span <const> = head:hull(more)
      local behind <const> = span:after(60)
      local doubt <const> = re.find("^(?:weak|likely)", tag)
      if not doubt or #more > 0 or ends_well:test(behind) then
        local alias <const> = alias_behind:match(behind)
        local mention <const> = {
          span = span, family = head:text(), kind = re.find("[a-z]+$", tag), firm = re.test("firm", tag),
          alias = alias and alias[1],
        }
        local in_marks <const> = open_before:test(before) and close_behind:test(behind)
        mention.marked = #more > 0 or in_marks or model_behind:test(behind)
                         or not mention.firm and bracket_behind:test(behind)
        mention.sure = not doubt or mention.marked
        mention.likely = doubt == "likely"
        mention.other = doubt and #more == 0 and (firm_before:test(head:before(8))
                        or alias and latin_word:test(alias[1]) and not families:starts(alias[1]))
        found[#found + 1] = mention
      end
    end
  end
  return found
end

-- Short forms by size, for names that the article has given in full: `8B옴니`, `32B급 모델`, `시드 32B 싱크`, `옴니 8B 모델`.
-- Each is size, lead (the word before it, if any) and tail (a maker's word behind it, if any).
local size <const> = re.compile [[\d(?:\.\d+)?B(?![A-Za-z0-9])]]
local number_before <const> = re.compile [[[\d.]*$]]
local lead_before <const> = re.compile [[(?<![가-힣A-Za-z])([가-힣A-Za-z]{1,8})[\x20\-]?$]]
local tail_behind <const> = re.compile("^[\\x20\\-]?(" .. variant .. ")", "x")
function names.sizes(place)
  local list <const> = {}
  for m in size:gmatch(place) do
    local before <const> = place:upto(m[0])
    local whole <const> = number_before:find(before:right(8)):hull(m[0])
    local lead <const> = lead_before:match(place:upto(whole):right(10))
    local word <const> = tail_behind:match(whole:after(12))
    list[#list + 1] = { size = whole, lead = lead and lead[1], tail = word and word[1] }
  end
  return list
end

-- Nouns that introduce a name, and what the name is then.
local intro <const> = re.compile([[
    (?<kind>모델|LLM|언어모델|챗봇|AI\x20?칩|AI\x20?반도체|가속기|NPU|GPU|옴니모달|인공지능|(?<![A-Za-z])AI
      |(?:AI|인공지능)\x20(?:[가-힣]{2,6}\x20){0,2}(?:솔루션|시스템|소프트웨어|에이전트|엔진|알고리즘|플랫폼|서비스|로봇))
    인?\x20?(?:\([^()]{1,20}\)\x20?)?
    (?:['‘](?<name>[^'‘’"“”\n]{1,40})['’])
    (?:\x20?\((?<alias>[A-Za-z][^()\n]{0,45})\))?
    (?!\x20?(?:프로젝트|사업|분야|개발|발표|과제|시장|시대|전략|산업|정책|기본법|교육|연구|등의?\x20용어|[이라]라?[고는며]|고\x20|며\x20|[을를]\x20위한))]], "x")

local named_then <const> = re.compile([[
    (?:['‘](?<name>[^'‘’"“”\n]{1,40})['’])
    (?:\x20?\((?<alias>[A-Za-z가-힣][^()\n]{0,45})\))?
    \x20?(?:(?:AI|인공지능|거대|대규모|초거대|추론|대형)\x20?)*
    (?<kind>언어\x20?모델|파운데이션\x20모델|추론\x20?모델|모델|LLM|AI\x20?칩|NPU|챗봇)
    (?!\x20?(?:프로젝트|개발|사업|링|과제|시장|연구))]], "x")

-- A bare `모델 'X'` may be a car or a person: something near it has to speak of AI.
local bare <const> = re.compile [[^모델$]]
local of_ai <const> = re.compile [[AI|인공지능|LLM|언어|추론|파운데이션|학습|멀티모달|옴니모달|오픈소스|오픈\x20?웨이트|매개변수|파라미터|생성형|챗봇|\dB]]
local function about_ai(m)
  return not bare:test(m.kind) or of_ai:test(m.name:before(40)) or of_ai:test(m.kind:after(30))
end

-- Not a name: a phrase, a slogan, a kind of thing.
local no_name <const> = re.compile([[[?!…]|\.(?!\d|X)|[다요까]$|(?:적인|하는|위한|가장\x20.*)$|^(?:[은는이가을를의와과도에로]\x20|으?로\x20|에서|이?라[고며는]|[와과]$)|(?:AI|인공지능
  |LLM|모달|에이전트|기술|서비스|시스템|프로젝트|사업|생태계|강국|성능|이상|수준)$|[은는을를에서]\x20|^[^가-힣A-Za-z]*$|^.$|대비|국가대표|세계|글로벌|최고|최초|독자
  |모두의|한국형|우리]], "x")
local generic_model <const> = re.compile [[모델$]]
local is_model_noun <const> = re.compile [[모델$|LLM$|챗봇$|옴니모달$]]
local is_chip_noun <const> = re.compile [[칩$|반도체$|가속기$|[NG]PU$]]

-- `AI 모델 '가람'` says that it is a name. Else a Hangul word in marks that comes once may be any word (`'가성비' 모델`); a name comes again, or with its spelling.
local plain <const> = re.compile "^[가-힣]+$"
local said <const> = re.compile [[모델$|LLM$|칩$|반도체$|가속기$|솔루션$|시스템$|소프트웨어$]]
local function lasting(m, name, place)
  if m.alias or not plain:test(name) then return true end
  local first <const> = place:find(name:text())
  return first ~= nil and place:from(first):has(name:text())
end

-- Names without marks: in Latin letters behind a noun for models (`언어모델 Bllossom이`), or with a size (`누리 7.8B는`).
local latin_name_behind <const> = re.compile([[(?:모델|LLM)인?\x20
  (?<name>(?!(?:AI|API|GPU|NPU|CPU|LLM|IT|CEO|TF|PC|SDK|UI|DB|RAG|MOU|TOP)(?![A-Za-z]))
    [A-Z][A-Za-z]{2,}(?:[-\x20][A-Z0-9][A-Za-z0-9.]*){0,3})(?=[은는이가을를의와과]|\x20?\()]], "x")
local name_word <const> = re.compile [[^[가-힣]{2,8}$]]
local no_name_word <const> = re.compile [[^(?:매개변수|파라미터|모델|현재|기존|각각|중국|미국|국내)$|(?:[은는을를의에로급인수한된]|마다|부터|까지|이상|최대|수준|규모)$]]
local particle_behind <const> = re.compile "^[은는이가을를의와과]"

local function unmarked(place)
  local list <const> = {}
  for m in latin_name_behind:gmatch(place) do list[#list + 1] = m.name end
  for _, m in ipairs(names.sizes(place)) do
    local lead <const> = m.lead
    if lead and name_word:test(lead) and not no_name_word:test(lead) and particle_behind:test(m.size:after(1)) then
      list[#list + 1] = lead:hull(m.size)
    end
  end
  return list
end

local function introduced(place)
  local found <const> = {}
  for _, pattern in ipairs { intro, named_then } do
    for m in pattern:gmatch(place) do
      local whole <const> = m.name:trim()
      local noun <const> = m.kind:text()
      local generic <const> = generic_model:test(whole) and not (pattern == intro and re.test("모델$", noun))
      local named <const> = #whole > 0 and not generic and not no_name:test(whole) and about_ai(m)
      if named and (pattern == intro and said:test(noun) or lasting(m, whole, place)) then
        found[#found + 1] = {
          marked = true, span = whole, family = whole:text(), alias = m.alias, sure = true, introduced = true,
          kind = is_model_noun:test(noun) and "model" or is_chip_noun:test(noun) and "chip" or "service",
        }
      end
    end
  end
  for _, span in ipairs(unmarked(place)) do
    found[#found + 1] = {
      marked = true, span = span, family = span:text(), sure = true, introduced = true, kind = "model",
    }
  end
  return found
end

-- A bracket behind a name is another spelling where it is in the other script or repeats a piece of it
-- (`큐웬3(Qwen3)`, `A.X K1(에이닷엑스 케이원)`), and no remark (`가중치 공개`, `MoE`).
local hangul <const> = re.compile "[가-힣]"
local latin_name <const> = re.compile [[^[A-Z][A-Za-z]*[a-zA-Z0-9.\-]*(?:[ \-][A-Za-z0-9.]+){0,5}$]]
local remark <const> = re.compile [[^(?:MoE|MOE|LLM|VLM|SLM|NPU|GPU|AI|CEO|API)$|공개|기준|모델$|억|조|매개변수|파라미터|자료|사진|이하]]
function names.is_alias(alias, name)
  if remark:test(alias) then return false end
  if hangul:test(alias) then return not hangul:test(name) end
  return latin_name:test(alias)
end

local function by_place(a, b)
  if a.span.start ~= b.span.start then return a.span.start < b.span.start end
  return a.span.stop > b.span.stop
end

-- A known family inside quotation marks says better where the name ends (`'네이티브 모델(HyperCLOVA X)'`), unless the
-- marks hold a longer name that begins with it (`'솔라 마스터'`).
local function settle(all)
  local kept <const> = {}
  for _, m in ipairs(all) do
    local last <const> = kept[#kept]
    if not last or m.span.start >= last.span.stop then
      kept[#kept + 1] = m
    elseif last.introduced and not m.introduced then
      local longer <const> = m.span.start == last.span.start and not last.span:has "("
      if longer then
        last.family, last.sure, last.alias = m.family, true, last.alias or m.alias
      else
        kept[#kept] = m
      end
    end
  end
  return kept
end

-- All mentions in a place, in order, not overlapping. Everyday words count where the place has used them as names.
function names.mentions(place)
  local all <const> = family_mentions(place)
  local sure <const> = {}
  for _, m in ipairs(introduced(place)) do all[#all + 1] = m end
  table.sort(all, by_place)
  local kept <const> = settle(all)
  local any = false
  for _, m in ipairs(kept) do
    if m.sure then sure[m.family], any = true, true end
  end
  for _, m in ipairs(kept) do
    if m.other then sure[m.family] = "other" end
  end
  local result <const> = {}
  for _, m in ipairs(kept) do
    if sure[m.family] == true or any and m.likely and not sure[m.family] then result[#result + 1] = m end
  end
  return result
end

return names
