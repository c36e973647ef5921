-- Who stands where in a picture: the line behind a caption, or the caption itself.
--   왼쪽은 구윤철 부총리 겸 기획재정부 장관.
--   앞줄 왼쪽부터 이재용 삼성전자 회장, 정의선 현대차그룹 회장, 구광모 LG 그룹 회장.
--   강석윤 한국노총 상임부위원장(왼쪽부터), 이동근 한국경영자총협회 상근부회장, …
local re <const> = require "re"

local lineup <const> = {}

local order <const> = re.compile [[(?:왼쪽|오른쪽|가운데|앞줄|뒷줄|윗줄|아랫줄)(?:\s?[가-힣]{1,2}\s?번째)?(?:부터|은|는|에서\s?부터)\)?]]
-- Where a line-up ends and credits or the text begin.
local close <const> = re.compile [[(?:\.\s(?!(?:앞줄|뒷줄|윗줄|아랫줄|둘째\s줄|왼쪽|오른쪽))|\.$|\s?[(\[]\s?(?:사진|제공|자료|출처|[가-힣]{2,8}\s?제공)|ⓒ|\[(?:연합|뉴시스|뉴스1|EPA|AFP|AP|로이터)|\d{4}[.\-]\s?\d)]]
-- The picture is of an event: the caption before it says so, or the line-up itself.
local event <const> = re.compile [[(?:열린|개최|행사|회의|식에서|식을|간담회|기자회견|토론회|포럼|청문회|세미나|전달식|협약|총회|결의|대회|촬영|콘퍼런스|만찬|오찬|협의|보고회|발표회)]]

-- Where the line-up of a sentence stands, or nil. `caption` is the sentence before it, `earlier` the one before that, for a back
-- row behind the front row; `title` is the heading.
function lineup.zone(sentence, caption, earlier, title)
  local m = order:find(sentence)
  if not m then return nil end
  local told = event:test(sentence) or caption and event:test(caption) or title and event:test(title)
    or caption and earlier and order:test(caption) and event:test(earlier)
  if not told then return nil end
  local last = close:find(sentence:from(m))
  local zone = last and sentence:upto(last) or sentence
  return m:ends ")" and zone or zone:from(m)
end

-- The people of a line-up.
function lineup.shown(zone, people)
  local chosen = {}
  for _, p in ipairs(people) do
    if p.role and zone:contains(p.name) and p.np.stop <= zone.stop then chosen[#chosen + 1] = p end
  end
  return chosen
end

return lineup
