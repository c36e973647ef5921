-- Speakers told by the form of the line: [이름/직책 : “…”], ▶ 이름 : “…”, 배성민 부총리 “…”.
local re <const> = require "re"

local names <const> = require "ko.names"
local titles <const> = require "ko.titles"

local transcript <const> = {}

local label <const> = re.compile "(?:^|[<\\[◀▶▲■◆◇●△▷·\\s>])(?<who>[^\\[\\]/:“”\"\\s<>〈][^\\[\\]/:“”\"<>〈]{0,28}?)\\s?(?:/\\s?(?<role>[^\\[\\]:“”\"]{1,40}?)\\s?(?:[-–]\\s?$|(?=[:：=\\]>▶]))|(?=\\s?[:：=\\]>▶]))\\s?(?:[:：=\\]>▶]\\s?)?$"

-- [한가람/구의회 부의장 - OOO/비서관(통화)]: the first of two on the phone.
local call <const> = re.compile "\\[(?<who>[^\\[\\]/]{2,20})/(?<role>[^\\[\\]/]{1,40}?)(?:\\([^()]*\\))?\\s-\\s[^\\[\\]]+\\]\\s?$"
-- [고 한가람 씨〈면접 영상〉]: who is heard in what.
local recorded <const> = re.compile "\\[(?:고\\s)?(?<who>[가-힣][^\\[\\]/〈(]{1,14}?)(?:\\s?씨)?〈[^\\[\\]]*\\]\\s?$"

-- <인터뷰> 한가람 / 구의회 부의장“…” · 없었습니다.한가람 / 해오름 회장 (지난 10월)“…”: no mark closes the label.
local slashed <const> = re.compile "(?:(?:인터뷰|녹취|싱크|통화)[>\\])]|\\[|(?:^|[.”\"])(?=[^/]* / ))\\s*(?<who>[가-힣]{2,5})(?:\\s?씨)?\\s?/\\s?(?<role>[^/\\[\\]<>“”\".()]{2,30}?)\\s?(?:\\([^()]{1,20}\\)\\s?)?$"

-- A label ends so; most stretches before a quote do not.
local closing <const> = re.compile "[:：=\\]>▶–-]\\s?$"

-- Sounds of a report: their words are nobody's whom the text names.
local ambient <const> = re.compile "^(?:현장음|자막|음성|영상|효과음|노래|SOV|ENG)$"

-- What brackets hold that is nobody: [현장음] “…”, [리포트].
local nobody <const> = re.compile "^(?:현장음|자막|녹취|앵커|기자|리포트|인터뷰|내레이션|음성|영상|사진|단독|속보|종합|앵커멘트|리포터|싱크|CG|VCR|출처|제공|제목|답|답변|문|질문|Q|A|주|예|참고|자료|주제|일시|장소|주요 ?발언|발언|대담|진행|방송|출연|MC)\\s?[0-9]*$|@|(?:기자|특파원|앵커|=.*|뉴스|뉴스1|뉴시스|일보|신문|연합뉴스)$"

local section <const> = re.compile "\\[[^\\[\\]]+\\]\\s?$"

-- What stands alone in brackets: a person (한가람, 목격자), or a paper and a heading (서울경제, 신년사).
local function speaks(name)
  local kind <const> = titles.kind(name)
  return kind == "person" or kind == "title" or names.shaped(name)
end

local framed_label <const> = re.compile "◀(?<who>[^◀▶\\n]+)▶$"

-- What follows a name in its label: (음성변조), 녹취(지난해 10월), - OOO
local aside <const> = re.compile "\\s*(?:녹취)?(?:\\(|〈|\\s-\\s).*$"

-- The name a line gives its quote, and the role behind the slash.
---@param before Span  the stretch before the opening mark
---@return Span|false|nil, Span?  false where the label is nobody: [현장음]
function transcript.label(before)
  -- ◀경찰 관계자▶“…”: the mark opens the sentence
  local framed <const> = before:is("▶") and framed_label:match(before:before(40):hull(before))
  if framed and not nobody:test(framed.who) then return framed.who end
  if not closing:test(before:right(2)) then
    local m <const> = before:has("/") and slashed:match(before:right(60))
    if m then return m.who, m.role end
    return nil
  end
  local heard <const> = recorded:match(before:right(70))
  local m <const> = heard or call:match(before:right(110)) or label:match(before:right(70))
  if not m then return nil end
  local who, role = m.who, m ~= heard and m.role or nil
  local name <const> = who:trim()
  if ambient:test(name) then return false end
  if nobody:test(name) or not role and section:test(before) and not speaks(name) then return nil end
  local extra <const> = aside:find(who)
  if extra then who = who:upto(extra) end
  return who:trim(), role and role:trim()
end

return transcript
