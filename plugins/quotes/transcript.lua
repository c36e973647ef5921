-- Speakers told by the form of the line: [이름/직책 : “…”], ▶ 이름 : “…”, 배경훈 부총리 “…”.
local re <const> = require "re"

local transcript <const> = {}

local label <const> = re.compile "(?:^|[\\[▶▲■◆◇●△▷·\\s>])(?<who>[^\\[\\]/:“”\"\\s<>][^\\[\\]/:“”\"<>]{0,28}?)\\s?(?:/\\s?(?<role>[^\\[\\]:“”\"]{1,40}?))?\\s?(?::|：|=|\\])\\s?$"

-- The name a line gives its quote, and the role behind the slash.
---@param before Span  the stretch before the opening mark
---@return Span?, Span?
function transcript.label(before)
  local m <const> = label:match(before:right(70))
  if not m then return nil end
  return m.who:trim(), m.role and m.role:trim()
end

return transcript
