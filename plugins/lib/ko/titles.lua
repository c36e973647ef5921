-- Titles (직함): how one ends, and what the last word of a noun phrase says about the phrase.
local re <const> = require "re"
local words <const> = require "words"
local particles <const> = require "ko.particles"

local titles <const> = {}

-- heads:ends(span) gives "title", "person", "organization" or "none" for the last word of a phrase.
titles.heads = words.file "ko/heads.txt"

-- Words in 장 that are places and states; every other one behind a name is an office: 군비청장, 조세연장 (but 임기연장).
local place <const> = re.compile "(?:현|공|행사|회의|경기|극|광|입|주|성|확|^연|(?:간|한|기|약|명|행|전|선)연|시위|농|매|식|가|무|긴|과|등|영업|사업|체육|전시|^안)장$"
local office <const> = re.compile "[가-힣]{2}장$"

-- Whether a word that no list has is an office by its end: 총참모장, 군비청장.
---@param word Span
---@return boolean
function titles.office(word) return office:test(word) and not place:test(word) end

-- What the phrase that ends with `word` names: "title", "person", "organization", "none" or nil.
-- A person noun of one syllable (딸, 형, 분), and what is none (점, 법), must be the whole word: 친분 is no 분, 개정법 no 법.
---@param word Span
---@return string?
function titles.kind(word)
  local head <const>, tag <const> = titles.heads:ends(word)
  if not tag and word:ends("장") and titles.office(word) then return "title" end
  if head and #head == 3 and #word > 3 and (tag == "person" or tag == "none") then return nil end
  return tag
end

-- The last syllables of titles. The single class in front of it lets a pattern try this at every word for little.
local ENDS <const> = "(?<="
  .. "[회사실부국단팀원소청총의차학과처점관터반서행룹트랩군합대선심교읍면동이통협판조성지]장|C장|[가-힣 ]시장"
  .. "|[장차서좌의책무령찰정교감획보당]관|[의위구연]원|[이변판검박대지교목감간계무임리전약]사|의사|교수|선수|가수|군수"
  .. "|총리|대리|통령|사령|대령|중령|소령|표|변인|상무|전무|감독|육감|교감|경감|수석|주석|총재|총통|서기|간사|총무|후보|특보|특검|[특검]검보|보자|정자|당선인|당선자|명자"
  .. "|업자|립자|임자|경영자|책임|총괄|담당|비서|행|작가|론가|동가|전문가|기자|학자|고문|경무관|주교|교황|추기경|[^통]신부|스님|목사|국왕|왕세자|장군|여사|특사|배우|셰프|앵커|요원|코치"
  .. "|리더|매니저|리스트|디렉터|미스트|코노미스트|듀서|이너|CEO|CTO|CFO|COO|CIO|CPO|CSO|CMO|ISO|CRO|AIO|PD|MD|VP|씨|옹|변호인|좌역)"

-- One word that ends like a title and has the boundary of a noun behind it: 의원(은), 과방위원장, CEO.
titles.WORD = "[가-힣A-Za-z0-9]{0,16}?[장관원사수리령표인무감독석통재기보자임괄당서행가문경교황부님왕군우프커치더저트터너러OVPD씨옹역검]"
  .. particles.AFTER_NOUN .. ENDS
  .. "(?<!조사|수사|행사|공사|인사|유사|회사|역사|기사|대표적|기술연구원|여행|은행|시행|진행|비행|운행|선행|발행|수행|집행|이행|동행|만행|범행|관행|유행|급행|주식시장|금융시장|고용시장|노동시장|부동산시장)"

return titles
