-- A role taken apart into affiliation and title: `SK텔레콤 CEO`, `통영시장`, `부총리 겸 과기정통부 장관`.
local re <const> = require "re"
local words <const> = require "words"
local tokens <const> = require "ko.tokens"

local role_parts <const> = {}

-- 전 더불어민주당 의원: the affiliation begins behind 전. 부총리 겸 과기정통부 장관: it stands behind 겸.
local former <const> = re.compile [[^(?:전|현|전직|현직|신임|당시|초대|前)\s]]
local joint <const> = re.compile [[^(?:.*\s)?겸\s]]
-- The last word, and what is before it.
local last_word <const> = re.compile [[^(?:(.*\S)\s)?(\S+)$]]
-- Words before a title that belong to the title: 상근 부위원장, 공동 대표, 수석 부회장, 제1차관.
local degree <const> = re.compile [[^(?:상근|비상근|공동|수석|임시|상임|대외|선임|명예|총괄|비상임|제?\d+)$]]

-- Offices glued to what they head, and where the seam is: the affiliation takes `keep` code points of the office, the
-- title is its last `size`. 통영시장 → 통영시 + 시장, 공정거래위원장 → 공정거래위 + 위원장, 전남도지사 → 전남도 + 지사,
-- 비서실장 → 비서실 + 실장, 진료부원장 → 진료 + 부원장
local seams <const> = {
  { "부위원장", 0, 4 }, { "부원장", 0, 3 }, { "부총장", 0, 3 }, { "부회장", 0, 3 }, { "부의장", 0, 3 }, { "부사장", 0, 3 },
  { "위원장", 1, 3 }, { "국회의장", 2, 2 }, { "의장", 0, 2 }, { "도지사", 1, 2 }, { "지사", 0, 2 }, { "시장", 1, 2 },
  { "구청장", 1, 3 }, { "군수", 1, 2 }, { "지부장", 2, 3 }, { "분회장", 2, 3 }, { "본부장", 2, 3 }, { "센터장", 2, 3 },
  { "총장", 0, 2 }, { "협회장", 2, 2 }, { "연합회장", 3, 2 }, { "중앙회장", 3, 2 }, { "회장", 0, 2 }, { "원장", 1, 2 },
  { "실장", 1, 2 }, { "청장", 1, 2 }, { "처장", 1, 2 }, { "국장", 1, 2 }, { "단장", 1, 2 }, { "관장", 1, 2 },
  { "소장", 1, 2 }, { "조합장", 2, 3 }, { "면장", 1, 2 }, { "읍장", 1, 2 }, { "동장", 1, 2 }, { "교육감", 0, 3 },
  { "장관", 0, 2 }, { "차관", 0, 2 }, { "대표", 0, 2 }, { "국무위원장", 0, 5 },
}
-- What is no affiliation though it stands before an office: 원내대표, 부총장, 최고위원, 임시대표, 국회의원, 국방장관.
local about_office <const> = re.compile [[^(?:원내|공동|상임|임시|당|부|수석|명예|국무|비상임|상근|각자|총괄|사무|참모|노조|교|경제|운영|집행|비대|비상대책|최고|전략|정책|특별|전문|연구|책임연구|선임연구|수석연구|선임|책임|대표|직무|권한|예비|당협|지역|국회|도|시|구|군|상원|하원|국가|국방|외무|외교|재무|법무|대변|수석대변|원내수석|원내수석부|원내부|상근부|수석부|상임부|공동부|정책위|제?\d)$]]
local compound <const> = words.set { "국무위원장", "국방위원장", "부위원장", "비대위원장", "비상대책위원장", "당협위원장", "조직위원장", "집행위원장" }

-- Whether a word is an office and names no affiliation: 대표, 원내대표, 대표이사, not 통영시장 or 공정거래위원장.
function role_parts.is_office(word)
  local title = tokens.title(word)
  if not title then return false end
  if compound:has(word) then return true end
  return #title == #word or about_office:test(word:upto(title))
end

local function seam_of(word)
  for _, seam in ipairs(seams) do
    local office = seam[1]
    if word:ends(office) and #word > #office then
      local ahead = word:chop(utf8.len(office))
      if ahead:chars() < 2 or about_office:test(ahead) then return nil end
      return word:chop(utf8.len(office) - seam[2]), word:right(seam[3])
    elseif word:is(office) and seam[2] > 0 and office == "국회의장" then
      return word:left(2), word:right(2)
    end
  end
  return nil
end

-- 전 대표, 신임 단장: a word about the office, not the affiliation's.
local about <const> = re.compile [[^(.*\S)\s(?:전|현|전직|현직|신임|당시|초대|차기)$]]

-- Takes the spans of a role (one, or affiliation and title apart) and gives affiliation and title, either nil.
function role_parts.parts(role)
  if #role == 2 then return role[1], role[2] end
  local whole = role[1]
  local m = former:find(whole)
  if m then whole = whole:from(m):trim() end
  m = joint:find(whole)
  if m then
    -- 상하이시 부비서장 겸 도시개발담당관: both offices are of the affiliation before them
    local rest, first = whole:from(m):trim(), m:trim():chop(1):trim()
    local w = not rest:has " " and last_word:match(first)
    if w and w[1] then return w[1], w[2]:hull(rest) end
    whole = rest
  end
  m = last_word:match(whole)
  if not m then return nil, whole end
  local ahead, word = m[1], m[2]
  if ahead then
    local a = about:match(ahead)
    if a then ahead = a[1] end
  end
  local org, title = seam_of(word)
  if org then return ahead and ahead:hull(org) or org, title end
  if ahead then
    local w = last_word:match(ahead)
    if w and tokens.kind(w[2]) ~= "organization" then
      if degree:test(w[2]) then return w[1], w[2]:hull(word) end
      if w[1] and tokens.kind(w[1]) == "organization" and tokens.title(word) then return w[1], w[2]:hull(word) end
    end
  end
  return ahead, word
end

return role_parts
