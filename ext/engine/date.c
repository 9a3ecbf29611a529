/* SPDX-License-Identifier: MIT
 *
 * Dates as HTTP writes them, RFC 9110 section 5.6.7: in UTC, in English, whatever
 * zone and locale the process has. Called by response.c.
 */
#include "codec.h"

#include <string.h>

#define DAY 86400

static const char weekdays[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* Days from 1970-01-01 to a day of the Gregorian calendar. A year begins in March
 * here, so that the day that is there in some years only is the last. */
static int64_t days_of(int year, int month, int day)
{
	int64_t years = month <= 2 ? year - 1 : year;
	int64_t in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return years * 365 + years / 4 - years / 100 + years / 400 + in_year - 719468;
}

struct day {
	int year;
	int month; /* 1 … 12 */
	int day;
};

static struct day day_of(int64_t days)
{
	int year = (int) (1970 + days / 366);
	int month = 12;

	while (days_of(year + 1, 1, 1) <= days) {
		year++;
	}
	while (days_of(year, month, 1) > days) {
		month--;
	}
	return (struct day){year, month, (int) (days - days_of(year, month, 1)) + 1};
}

static void put_number(char *out, int digits, int number)
{
	while (digits-- > 0) {
		out[digits] = (char) ('0' + number % 10);
		number /= 10;
	}
}

void wsc_date_format(int64_t seconds, char out[WSC_DATE_SIZE])
{
	int64_t days;
	int rest;
	struct day day;

	seconds = seconds < 0 ? 0 : seconds > WSC_DATE_LAST ? WSC_DATE_LAST : seconds;
	days = seconds / DAY;
	rest = (int) (seconds % DAY);
	day = day_of(days);
	memcpy(out, "Thu, 01 Jan 1970 00:00:00 GMT", WSC_DATE_SIZE);
	memcpy(out, weekdays[(days + 4) % 7], 3);
	put_number(out + 5, 2, day.day);
	memcpy(out + 8, months[day.month - 1], 3);
	put_number(out + 12, 4, day.year);
	put_number(out + 17, 2, rest / 3600);
	put_number(out + 20, 2, rest / 60 % 60);
	put_number(out + 23, 2, rest % 60);
}
