#include "text/entity.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/cleaned.h"
#include "text/utf8.h"

static const struct {
  const char *source, *clean;
} cases[] = {
    {"&quot;a&quot; &#x27;b&#x27; &#39;c&#39;", "\"a\" 'b' 'c'"},
    {"a &lt; b &gt; c &amp; d", "a < b > c & d"},
    {"&nbsp;", "\u00A0"},
    {"&hellip;&middot;&ldquo;&rdquo;", "…·“”"},
    /* one step only */
    {"&amp;quot;", "&quot;"},
    {"&amp;amp;", "&amp;"},
    /* names that may go without their semicolon, the longest that fits */
    {"&ampx", "&x"},
    {"&amp", "&"},
    {"&notit;", "¬it;"},
    {"&notin;", "∉"},
    {"&notin", "¬in"},
    {"&copy 2025", "© 2025"},
    {"&frac12&frac1", "½&frac1"},
    {"&supx &sup2x", "&supx ²x"},
    {"AT&T R&D A&amp;B", "AT&T R&D A&B"},
    {"&Lt;&LT;&LTx", "≪<<x"},
    /* query parameters */
    {"?a=1&section=2&copy=3&lt_x=4&amp=5", "?a=1&section=2&copy=3&lt_x=4&amp=5"},
    {"?a=1&amp;section=2", "?a=1&section=2"},
    /* no references */
    {"& && &; &a; &quotx; &unknown; &123;", "& && &; &a; \"x; &unknown; &123;"},
    {"&# &#; &#x; &#x &#xg; &#a;", "&# &#; &#x; &#x &#xg; &#a;"},
    {"&CounterClockwiseContourIntegral;", "∳"},
    {"&CounterClockwiseContourIntegralx;", "&CounterClockwiseContourIntegralx;"},
    /* numbers */
    {"&#44032;&#xAC00;&#XAC00;&#xac00;", "가가가가"},
    {"&#65&#x42;&#67x", "ABCx"},
    {"&#x1F600;", "\U0001F600"},
    {"&#0;&#x110000;&#xD800;&#xDFFF;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"&#x80;&#146;&#x9F;", "€’Ÿ"},
    {"&#xFFFE;&#x10FFFF;", "\uFFFE\U0010FFFF"},
    {"a&#10;b&#9;c", "a\nb\tc"},
    {"a&#1;b&#127;c&#x81;d&#13;e", "abcde"},
    {"&#xFEFF;a", "\uFEFFa"},
};

Test(entity, references_in_text) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cleaned result;
    clean_source(&result, cases[i].source, strlen(cases[i].source), NULL);
    cr_expect(strcmp(result.text.bytes, cases[i].clean) == 0, "%s: %s", cases[i].source, result.text.bytes);
    free_cleaned(&result);
  }
}

/* A reference that the text ends in is read no further than the text. */
Test(entity, cut_at_every_place) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (size_t length = 0; length < strlen(cases[i].source); length++) {
      cleaned result;
      clean_source(&result, cases[i].source, length, NULL);
      cr_expect(result.text.length <= length + 2 * result.text.map.count);
      free_cleaned(&result);
    }
}

/* The list has a name and its code points a line, as WHATWG gives them: names with their semicolon, and without where
 * they may. */
Test(entity, every_name_of_html) {
  FILE *list = fopen(GISA_SOURCE_DIR "/tests/text/entities.tsv", "r");
  cr_assert(list);
  char name[64];
  unsigned first, second, count = 0;
  while (fscanf(list, "%63s %x %x", name, &first, &second) == 3) {
    char reference[66];
    int length = snprintf(reference, sizeof reference, "&%s", name);
    gs_entity entity;
    cr_assert(gs_entity_decode(reference, (size_t)length, &entity), "%s", reference);
    cr_expect(entity.length == (size_t)length, "%s", reference);
    cr_expect(entity.code_points[0] == first && entity.code_points[1] == second, "%s", reference);
    cr_expect(!entity.replaced);
    count++;
  }
  fclose(list);
  cr_expect(count == 2231, "%u", count);
}
