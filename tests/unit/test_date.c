/* SPDX-License-Identifier: MIT
 *
 * date.c against the system's own calendar, and what is no date.
 */
#include "../../ext/engine/date.c"

#include "harness.h"

#include <stdio.h>
#include <time.h>

/* Steps that meet every day of the week, month and the leap years. */
static void as_the_system_says(void)
{
	for (int64_t seconds = 0; seconds <= WSC_DATE_LAST; seconds += 86400 * 29 + 3723) {
		time_t system = (time_t) seconds;
		struct tm tm;
		char expected[64], given[WSC_DATE_SIZE], other[64];
		int64_t again = -1;

		gmtime_r(&system, &tm);
		strftime(expected, sizeof expected, "%a, %d %b %Y %H:%M:%S GMT", &tm);
		wsc_date_format(seconds, given);
		CHECKF(strcmp(given, expected) == 0, "%s, not %s", given, expected);
		CHECKF(wsc_date_parse((struct wsc_slice){given, strlen(given)}, &again) && again == seconds, "%s", given);
		strftime(other, sizeof other, "%a %b %e %H:%M:%S %Y", &tm);
		CHECKF(wsc_date_parse((struct wsc_slice){other, strlen(other)}, &again) && again == seconds, "%s", other);
		if (tm.tm_year < 170) {
			strftime(other, sizeof other, "%A, %d-%b-%y %H:%M:%S GMT", &tm);
			CHECKF(wsc_date_parse((struct wsc_slice){other, strlen(other)}, &again) && again == seconds, "%s", other);
		}
	}
}

static void no_dates(void)
{
	static const char *const texts[] = {
		"",
		"0",
		"Su, 06 Nov 1994 08:49:37 GMT",
		"Sun, 6 Nov 1994 08:49:37 GMT",
		"Sun, 06 Nov 1994 08:49:37",
		"Sun, 06 Nov 1994 08:49:37 GMT ",
		"Sun, 06 Nov 1994 08:49:37 CET",
		"Sun, 06 nov 1994 08:49:37 GMT",
		"Sun, 31 Nov 1994 08:49:37 GMT",
		"Sun, 00 Nov 1994 08:49:37 GMT",
		"Sun, 29 Feb 1900 08:49:37 GMT",
		"Sun, 06 Nov 1994 24:49:37 GMT",
		"Sun, 06 Nov 1994 08:60:37 GMT",
		"Sun, 06 Nov 1994 08:49:61 GMT",
		"Sun, 06 Nov 0000 08:49:37 GMT",
		"Sun Nov 6 08:49:37 1994",
		"\"abc\"",
	};

	for (size_t i = 0; i < LENGTH(texts); i++) {
		char *copy = harness_copy(texts[i], strlen(texts[i]));
		int64_t seconds;

		CHECKF(!wsc_date_parse((struct wsc_slice){copy, strlen(texts[i])}, &seconds), "%s", texts[i]);
		free(copy);
	}
}

static void beyond_its_range(void)
{
	char given[WSC_DATE_SIZE];

	wsc_date_format(-1, given);
	CHECK(strcmp(given, "Thu, 01 Jan 1970 00:00:00 GMT") == 0);
	wsc_date_format(INT64_MAX, given);
	CHECK(strcmp(given, "Fri, 31 Dec 9999 23:59:59 GMT") == 0);
}

void test_date(void)
{
	RUN(as_the_system_says);
	RUN(no_dates);
	RUN(beyond_its_range);
}
