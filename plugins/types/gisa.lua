---@meta
-- The whole of what an extractor sees, for editors (LuaCATS) and for readers.
-- Offsets and lengths are bytes of the clean text (UTF-8, NFC) unless a line says code points.

-- A piece of the document: a place and its text. Immutable.
-- Two spans are == when they are the same place; #span is its length in bytes;
-- tostring(span) and span .. "x" give strings.
---@class Span
---@field start integer  first byte, from 0, in the clean text
---@field stop integer   one past the last byte
local Span = {}

---@return string
function Span:text() end

-- Literal tests and look-ups. No pattern, no allocation.
---@param s string
---@return boolean  the span's text is s
function Span:is(s) end
---@param s string
---@return boolean
function Span:starts(s) end
---@param s string
---@return boolean
function Span:ends(s) end
---@param s string
---@return boolean  s occurs in the span
function Span:has(s) end
---@param s string
---@return Span?  the first occurrence of s
function Span:find(s) end
---@param s string
---@return Span?  the last occurrence of s
function Span:rfind(s) end

-- Pieces of a span. They never cut a code point.
---@param n integer  code points
---@return Span  the first n code points (all where there are fewer)
function Span:left(n) end
---@param n integer  code points
---@return Span  the last n code points
function Span:right(n) end
---@param n integer  code points
---@return Span  without its first n code points
function Span:skip(n) end
---@param n integer  code points
---@return Span  without its last n code points
function Span:chop(n) end
---@return integer  length in code points
function Span:chars() end
---@return Span  without white space at both ends
function Span:trim() end

-- Spans and each other.
---@param other Span
---@return Span  from this one's start to other's stop, and what lies between; the two in either order
function Span:hull(other) end
---@param other Span
---@return Span  what lies between the two, in either order; empty where they touch or overlap
function Span:between(other) end
---@param other Span
---@return Span  the piece of this span before other begins
function Span:upto(other) end
---@param other Span
---@return Span  the piece of this span after other ends
function Span:from(other) end
---@param other Span
---@return boolean  other lies within this one
function Span:contains(other) end
---@param n integer?  at most this many code points (default: to the body's start)
---@return Span  what stands before this span in the body
function Span:before(n) end
---@param n integer?  at most this many code points (default: to the body's end)
---@return Span  what stands behind it
function Span:after(n) end

-- A match. m[0] is the whole, m[1] … the groups by number, m.NAME by name: spans where the
-- subject was a span, strings where it was a string; nil for a group that took no part.
---@class Match
---@field [string|integer] Span|string|nil

-- A compiled pattern. A subject is a Span or a string; what comes back is of the subject's kind.
-- A span is a subject of its own: ^, $ and look-around see only the span.
---@class Pattern
local Pattern = {}
---@param subject Span|string
---@param init integer?  start this many bytes into the subject (default 0)
---@return boolean
function Pattern:test(subject, init) end
---@param subject Span|string
---@param init integer?
---@return Span|string|nil  the whole match
function Pattern:find(subject, init) end
---@param subject Span|string
---@param init integer?
---@return Match?
function Pattern:match(subject, init) end
---@param subject Span|string
---@return fun(): Match?  each match in turn, not overlapping
function Pattern:gmatch(subject) end
---@param subject Span|string
---@param replacement string|fun(m: Match): string?  a string is taken literally
---@return string, integer  the new string and the count of replacements
function Pattern:gsub(subject, replacement) end
---@param subject Span|string
---@return (Span|string)[]  the pieces between matches
function Pattern:split(subject) end

---@class re
local re = {}
-- Compiles a PCRE2 pattern (UTF, JIT; \w \d \b are Unicode only with (*UCP) in front, which costs time;
-- write [가-힣] for Hangul). flags: "i" caseless, "x" extended, "m" multiline, "s" dotall. A bad pattern raises an error
-- with its offset. At most 32768 bytes; \C is refused.
---@param pattern string
---@param flags string?
---@return Pattern
function re.compile(pattern, flags) end
---@param s string
---@return string  s with every pattern character escaped
function re.escape(s) end
-- These take the pattern as a string, compile it once and keep it: fine in a loop, though a compiled pattern saves the look-up.
---@param pattern string|Pattern
---@param subject Span|string
---@param init integer?
---@return boolean
function re.test(pattern, subject, init) end
---@param pattern string|Pattern
---@param subject Span|string
---@param init integer?
---@return Span|string|nil
function re.find(pattern, subject, init) end
---@param pattern string|Pattern
---@param subject Span|string
---@param init integer?
---@return Match?
function re.match(pattern, subject, init) end
---@param pattern string|Pattern
---@param subject Span|string
---@return fun(): Match?
function re.gmatch(pattern, subject) end
---@param pattern string|Pattern
---@param subject Span|string
---@param replacement string|fun(m: Match): string?
---@return string, integer
function re.gsub(pattern, subject, replacement) end
---@param pattern string|Pattern
---@param subject Span|string
---@return (Span|string)[]
function re.split(pattern, subject) end

-- A set of words for fast look-up: one hash probe for each code point of the subject, whatever the size of the
-- set. Use it where a pattern would be a long alternation of literals. Each word may carry a tag.
---@class Words
local Words = {}
---@param s Span|string
---@return string|true|nil  the word's tag, true where it has none, nil where s is no word of the set
function Words:has(s) end
---@param s Span
---@return Span?, string|true|nil  the longest word at the start of s
function Words:starts(s) end
---@param s Span
---@return Span?, string|true|nil  the longest word at the end of s
function Words:ends(s) end
---@param s Span
---@param init integer?  start this many bytes into s
---@return Span?, string|true|nil  the leftmost word, the longest of those that begin there
function Words:find(s, init) end
---@param s Span
---@return fun(): Span?, string|true|nil  each word in turn, leftmost and longest, not overlapping
function Words:each(s) end

---@class words
local words = {}
---@param list string[]|table<string, string>  words, or word → tag
---@return Words
function words.set(list) end
-- Reads a word list at load time: beside the extractor, else in plugins/lib. One word a line, `word<TAB>tag` for
-- one with a tag, `#` begins a comment line.
---@param path string
---@return Words
function words.file(path) end

---@class Quoted
---@field text Span     between the marks
---@field whole Span    with the marks
---@field mark "double"|"single"|"corner"|"white corner"|"angle"
---@field depth integer 0 outermost
---@field paired boolean false where one mark is missing

---@class Doc
---@field id string
---@field meta table<string, any>  front matter as a read-only table: strings, lists, tables
---@field title Span?              the heading
---@field body Span
---@field records table<string, table[]>  records of each extractor in `needs`, their spans intact
local doc = {}
-- Called with a dot. The lists are made once a call and must not be changed.
---@return Span[]
function doc.sentences() end
---@return Span[]
function doc.paragraphs() end
---@return Quoted[]  in order of the opening mark
function doc.quoted() end
---@param place Span
---@return Span?, integer?  the sentence that holds the start of place, and its index
function doc.sentence_of(place) end
---@param place Span
---@return Span?, integer?
function doc.paragraph_of(place) end
-- For `gisa why`; free when nobody asks. The arguments are joined by spaces only then.
---@param ... any
function doc.note(...) end

---@class Extractor
---@field name string       lower-case letters, digits, `_`; the key in the result
---@field version string
---@field summary string
---@field needs string[]?
---@field triggers string[]?  literals; the host skips the call where none occurs in title or body
---@field config table?       defaults of the configuration; the keys that may be set
---@field fields table[]      { name, type, description } in output order
---@field identity string[]?
---@field extract fun(doc: Doc, config: table): table[]?

-- A record is a table of its fields. A `span` field takes a Span, or a list of Spans that are joined by a space
-- (`국민의힘 장동혁 대표` → role {국민의힘, 대표}). Types: span, string, number, integer, boolean, `number or string`, `list of …`, with `?` optional.
-- `at` (a Span) says where the record stands; the host widens it to hold the record's first span field, which it is by default.
