/* The look at a text that tells which triggers can occur: never a miss, few false alarms. */
#include <criterion/criterion.h>
#include <string.h>

#include "script/trigger.h"

static const char text[] = "엔비디아는 26일 \"AI 칩\"을 냈다. 𝄞 ends";

Test(trigger, finds_every_literal_of_the_text) {
  gs_trigger_filter filter;
  gs_trigger_filter_clear(&filter);
  gs_trigger_filter_add(&filter, text, sizeof text - 1);
  for (size_t start = 0; start < sizeof text - 1; start++) {
    if (((unsigned char)text[start] & 0xC0) == 0x80) continue;
    for (size_t stop = start + 1; stop < sizeof text; stop++)
      if (((unsigned char)text[stop] & 0xC0) != 0x80)
        cr_expect(gs_trigger_filter_may_hold(&filter, text + start, stop - start), "'%.*s'", (int)(stop - start), text + start);
  }
}

Test(trigger, passes_over_what_cannot_occur) {
  static const char *const absent[] = {"삼성", "AI칩", "디엔", "27", "칩을", "z", "“", "비디오", "A칩"};
  gs_trigger_filter filter;
  gs_trigger_filter_clear(&filter);
  cr_expect_not(gs_trigger_filter_may_hold(&filter, "엔", 3), "nothing was taken in");
  gs_trigger_filter_add(&filter, text, sizeof text - 1);
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    cr_expect_not(gs_trigger_filter_may_hold(&filter, absent[i], strlen(absent[i])), "'%s'", absent[i]);
}

Test(trigger, keeps_pieces_apart_and_together) {
  gs_trigger_filter filter;
  gs_trigger_filter_clear(&filter);
  gs_trigger_filter_add(&filter, "가나", 6);
  gs_trigger_filter_add(&filter, "다라", 6);
  cr_expect(gs_trigger_filter_may_hold(&filter, "가나", 6));
  cr_expect(gs_trigger_filter_may_hold(&filter, "다라", 6));
  cr_expect_not(gs_trigger_filter_may_hold(&filter, "나다", 6));
}
