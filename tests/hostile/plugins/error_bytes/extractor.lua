-- expect: error: ??
-- Bytes that would make the result no UTF-8.
return {
  name = "error_bytes", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error("\xff\xfe", 0)
  end,
}
