-- Names of AI models and chips in a text: where they stand and how far they reach.
--   families with what follows them    `큐웬3 235B`, `GPT-OSS 120B`, `라마(Llama) 3.1`, `하이퍼클로바 X 시드 씽크(32B)`, `A.X K1`
--   names a sentence introduces        introduced.lua, and where the text goes on to use them without marks: forms.lua
local re <const> = require "re"
local words <const> = require "words"
local introduced <const> = require "ai.introduced"
local short_forms <const> = require "ai.forms"

local names <const> = {}

local families <const> = words.file "ai/families.txt"

-- What may stand behind a name: a particle, a mark, a space, or a noun that goes on with it (`솔라 모델`, `블랙웰급`).
names.boundary = [[(?=$|[^가-힣]|[은는이가을를의와과로도에만나랑]|보다|대비|급|처럼|까지|부터|하고|라는|란|인\x20|인데|였|입니|측|모델|시리즈|기반|조차|마저)]]

-- Words that makers put behind a family to tell its members apart: `제미나이3 프로`, `클로드 오퍼스 4.5`.
local variant <const> = [[(?:프로|플래시|울트라|미니|나노|터보|싱크|씽크|옴니|시드|오픈|소넷|소네트|오[퍼푸]스|하이쿠|에센스|맥스|라이트|플러스
  |인스트럭트|베이스|스카우트|매버릭|미디엄|라지|스몰|에어|프리뷰|코더|챗|딥싱크|딥씽크|스파크|케이원|플래그|미듐|하이|패스트|씽킹|싱킹|코덱스|인스턴트|리즈닝|비전|오디오|딥\x20?리서치|딥|헤비|대시
  |xhigh|mini|nano|pro|turbo|flash|preview|high|medium|low|thinking|instruct|codex|fast|reasoning)]]

local tail <const> = re.compile([[^(?:
    \x20?\([A-Z][A-Za-z0-9.\-\x20]{0,40}\)(?=[-\x20]?(?:\d|[A-Z]|]] .. variant .. [[))   # 라마(Llama) 3.1
  | \x20?\(\d+(?:\.\d+)?[BMT]\)                                                       # 씽크(32B)
  | \x20?\d+비\(B\)                                                                     # 큐웬3 235비(B)
  | [-\x20]?[vV]?\d++(?:\.\d++)*(?:(?:[a-zBT]{1,2}|[A-Z])(?![A-Za-z]))?                # 4.0, 235B, 4o, V3
      (?![\d.,]*\d|\x20?(?:점|%|퍼센트|위|배|등급|개(?!발|편)|년|월|일(?!반)|명(?!령)|(?<!\.\d|-\d)만(?!\x20\d[\d.]*(?:점|%)으?로)|억|천|조|종|가지|차(?!세대)|분(?!석)|초|호|단계|번(?!역)|달러|원(?!본)|여|장(?!착)|대(?!비)|회(?!사)|건(?!강)|세대|주(?!력)|곳|팀|문항|문제|토큰|와트))
  | [-\x20]?]] .. variant .. [[\d*(?:\.\d+)?]] .. names.boundary .. [[                 # 프로2, 옴니
  | \x20[가-힣]{1,5}(?=\x20\d+\.\d+(?!\d|\x20?(?:점|%|배)))                               # 엑사원 패스 2.0
  | (?<=\d)-[가-힣]{2,7}?]] .. names.boundary .. [[                                       # V3.2-스페치알레
  | \x20o\d(?:-mini|-미니)?(?![A-Za-z0-9])                                               # 챗GPT o1
  | -[a-z](?:-\d[\d.]*b)?(?![A-Za-z0-9])                                               # 카나나-o, 카나나-v-4b
  | (?:의\x20)?[A-Z]\d+(?:\.\d+)*(?![A-Za-z0-9])                                         # 딥시크R1, 딥시크의 V3.1
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
local kind_before <const> = re.compile [[(?:모델|챗봇|LLM|번역기|칩)(?:인)?\x20$]]
-- `AI 칩 스타트업인 '그록'`: the word names a company here.
local firm_before <const> = re.compile [[(?:스타트업|기업|업체|회사|개발사)(?:인|은)?\x20?['‘"“]?$]]

-- `커서가 24%`: an everyday word that takes a figure where others do.
local takes_figure <const> = re.compile [[^[은는이가]?\x20\d[\d.]*(?:점|%)|^\(\d[\d.]*(?:점|%)]]

-- `딥시크보다 높은`: of a firm by that name, only its model can be.
local excelled <const> = re.compile [[^(?:보다|\x20?대비|에\x20비해|[을를]\x20(?:앞[서섰]|제[치쳤]|넘[어었]|웃도|능가))]]

-- `리벨리온 아톰은`: its maker right before an everyday word.
local makers <const> = words.file "ai/developers.txt"
local space <const> = re.compile [[^(.+?)(?:의)?\x20$]]
local function made_by(head)
  local before <const> = space:match(head:before(14))
  return before ~= nil and makers:ends(before[1]) ~= nil
end

-- `그록(Groq)`: the bracket says that the everyday word names something else here.
local latin_word <const> = re.compile "^[A-Z][A-Za-z]+$"

-- Where marks open before a known name with a version, the name goes on to the closing mark: `'그록 4.1 패스트'`; not `'챗GPT 열풍'`.
local in_marks <const> = re.compile [[^(?![가-힣])(?:[-\x20]?(?:[A-Za-z0-9][A-Za-z0-9.\-]*|[가-힣]{2,7}(?<![은는을를의])))+(?=(?:\x20?\([^()]*\))?['’])]]
local numbered <const> = re.compile [[\d]]
local no_variant <const> = re.compile [[(?:쇼크|돌풍|열풍|효과|공개|출시|시대|시리즈|모델|기반|수준|대항마|등장|기술|버전|세대|프로젝트)$]]
local function to_mark(head, more)
  local rest <const> = in_marks:find(head:after(40))
  if rest and #rest > #more and numbered:test(head:hull(rest)) and not no_variant:test(rest) then return rest end
  return more
end

-- Each mention of a family with all that belongs to the name: span, its family (string), kind, alias (span of `(EXAONE)`),
-- and sure: false for an everyday word that nothing marks as a name (likely: that needs less to be one).
local function family_mentions(place)
  local found <const> = {}
  for head, tag in families:each(place) do
    local before <const> = head:before(1)
    if not word_before:test(before) then
      local rest <const> = head:after(64)
      local more = tail:find(rest)
      if open_before:test(before) then more = to_mark(head, more) end
      local span <const> = head:hull(more)
      local behind <const> = span:after(60)
      local doubt <const> = re.find("^(?:weak|likely)", tag)
      if #more > 0 or ends_well:test(behind) then
        local alias <const> = alias_behind:match(behind)
        local mention <const> = {
          span = span, family = head:text(), kind = re.find("[a-z]+$", tag), firm = re.test("firm", tag),
          alias = alias and alias[1],
        }
        local quoted <const> = open_before:test(before) and close_behind:test(behind)
        mention.marked = #more > 0 or quoted or kind_before:test(head:before(8)) or doubt and made_by(head) or model_behind:test(behind)
                         or not mention.firm and bracket_behind:test(behind)
        mention.sure = not doubt or mention.marked
        mention.more = numbered:test(more)
        mention.likely = doubt == "likely" or doubt and takes_figure:test(behind)
        local firm <const> = #more == 0 and (doubt or mention.firm) and firm_before:test(head:before(8))
        mention.scored = mention.firm and (takes_figure:test(behind) or model_behind:test(behind) or excelled:test(behind))
        mention.other = firm or doubt and #more == 0 and (alias and latin_word:test(alias[1]) and not families:starts(alias[1]))
        found[#found + 1] = mention
      end
    end
  end
  return found
end

-- Short forms by size, for names that the article has given in full: `8B옴니`, `32B급 모델`, `시드 32B 싱크`, `옴니 8B 모델`.
-- Each is size, lead (the word before it, if any) and tail (a maker's word behind it, if any).
local size <const> = re.compile [[\d(?:\.\d+)?B(?![A-Za-z0-9])]]
local number_before <const> = re.compile [[(?:\d[\d.]*)?$]]
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
  if a.span.stop ~= b.span.stop then return a.span.stop > b.span.stop end
  return b.again and not a.again or false
end

-- A known family inside quotation marks says better where the name ends (`'네이티브 모델(HyperCLOVA X)'`), unless the
-- marks hold a longer name with it (`'솔라 마스터'`, `'누리 코파일럿'`).
local part_of_phrase <const> = re.compile [[[()]|모델|기반|버전]]
local function settle(all)
  local kept <const> = {}
  for _, m in ipairs(all) do
    local last <const> = kept[#kept]
    if not last or m.span.start >= last.span.stop then
      kept[#kept + 1] = m
    elseif last.introduced and not m.introduced then
      local longer <const> = m.span.start == last.span.start and not last.span:has "("
      if longer or last.span:has(m.family) and not part_of_phrase:test(last.span) then
        last.family, last.sure, last.alias = m.family, true, last.alias or m.alias
      else
        kept[#kept] = m
      end
    end
  end
  return kept
end

-- Introduced names again without marks, with what goes on: `가온 2.0` → `가온 2.0 베이스`, `가온 3` → `가온 2`.
local function add_repeats(place, kept)
  local forms <const> = short_forms.of(kept)
  if not forms then return kept end
  local all <const> = {}
  for _, m in ipairs(kept) do all[#all + 1] = m end
  for span, kind in forms:each(place) do
    if not word_before:test(span:before(1)) and ends_well:test(span:after(12)) then
      all[#all + 1] = { span = span:hull(tail:find(span:after(40))), family = span:text(), kind = kind, sure = true, introduced = true, again = true }
    end
  end
  table.sort(all, by_place)
  return settle(all)
end

-- All mentions in a place, in order, not overlapping. Everyday words count where the place has used them as names.
function names.mentions(place)
  local all <const> = family_mentions(place)
  local sure <const> = {}
  for _, m in ipairs(introduced.of(place, names.sizes(place), all)) do all[#all + 1] = m end
  table.sort(all, by_place)
  local kept <const> = add_repeats(place, settle(all))
  local any = false
  for _, m in ipairs(kept) do
    if m.sure then sure[m.family], any = true, true end
  end
  for _, m in ipairs(kept) do
    if m.other then sure[m.family] = "other" end
  end
  local result <const> = {}
  for _, m in ipairs(kept) do
    if sure[m.family] == true or (m.more or m.scored or m.introduced) and m.sure or any and m.likely and not sure[m.family] then result[#result + 1] = m end
  end
  return result
end

return names
