-- The speaker of a quote that fills its sentence, from the sentence before it or behind it. Takes the reader of the quotes (context.lua).
local re <const> = require "re"
local subject <const> = require "subject"
local antecedent <const> = require "antecedent"
local tail <const> = require "tail"

local standing <const> = {}

-- The sentence before tells that words follow: 이렇게 반문했다. “…”
local announces <const> = re.compile "(?:말했다|전했다|밝혔다|반문했다|꼬집었다|강조했다|설명했다|했다|답했다|물었다|말이다|적었다|썼다|외쳤다|털어놨다|토로했다|했습니다|말했습니다|밝혔습니다|전했습니다|말한다|말합니다|한다|했다|글이다|글입니다|말입니다|얘기다|이야기다|얘기입니다|이야기입니다|다음과 같다|덧붙였다)[.:]?\\s*$"
-- 지지자들의 연호가 쏟아집니다. - “…”
local heard <const> = re.compile "(?<who>[가-힣]+들)의\\s(?:연호|환호|함성|구호|외침|절규|울음|탄식|야유|항의)(?:가|이|도)\\s[^.,]{1,24}[.]?\\s*$"
local received <const> = re.compile "(?:로부터|에게서|한테서) "
local listened <const> = re.compile "들어|들었|물었|물어|이렇|이랬|다음과"
-- 업계 관계자의 말을 들어보자. “…”
local listen <const> = re.compile "(?<who>[^\"“”,.]{2,30}?)의\\s(?:말|얘기|이야기|설명|주장|목소리|해명|생각)[을를은]\\s(?:더 |직접 |한번 )?(?:들어보|들어 보|들어봤|들었|들어 봤|물었|물어봤|이렇|이랬|다음과 같)[^.]{0,12}[.]?\\s*$"
-- 강보라 사장은 며칠 뒤 오나래 점주로부터 연락을 받았다. “…”
local news <const> = re.compile "(?<who>[^\"“”,]{2,24}?)(?:에게서|(?:으)?로부터|한테서)\\s(?:[^\\s,]+\\s){0,2}?(?:연락|전화|문자|메시지|답장|답변|답|말|이야기|얘기|편지|통보|제안)[을를]\\s(?:받|들|건네받)[가-힣]*[.]?\\s*$"
local first_person <const> = re.compile "(?<![가-힣])(?:나|저)(?=는\\s)"

-- Who speaks a quote that fills its sentence: the sentence before announces it, or the one behind tells.
local function announced(self, at)
  local sentences <const> = self.sentences
  local before <const>, behind <const> = sentences[at - 1], sentences[at + 1]
  local crowd <const> = before and (before:has("들의 ") and heard:match(before:right(60)) or received:test(before) and news:match(before:right(80))
    or listened:test(before:right(16)) and listen:match(before:right(60)))
  if crowd then return subject.phrase(crowd.who, self.index) end
  if before and at - 1 > self.last_at and announces:test(before:right(12)) then
    local source <const> = subject.before(before, self.index, true)
    if source then return antecedent.resolve(self, source, at - 1) end
    -- 그날 나는 아내에게 이렇게 말했다. “…”: whoever writes
    local i <const> = first_person:find(before)
    if i then return { speaker = i, kind = "person" } end
  end
  if behind and not (self.last and at - self.last_at <= 1) then
    local source <const> = tail.standing(behind, self.index)
    if source then return antecedent.resolve(self, source, at) end
  end
end

local blank <const> = re.compile "^\\s*[-–\\[]?\\s*$"

-- 한 관광객이 SNS에 올린 글입니다. | “…”라며 놀랐는데요
local posted <const> = re.compile "글(?:입니다|이다)\\.?\\s*$"

---@param before Span  the sentence up to the quote
---@param after Span   what follows the quote
---@param at integer   the sentence's index
---@return table?  a source
function standing.speaker(self, before, after, at)
  if blank:test(before) and (#after:trim() <= 6 or at > 1 and posted:test(self.sentences[at - 1]:right(8))) then return announced(self, at) end
end

return standing
