/* SPDX-License-Identifier: MIT
 *
 * Dates as HTTP writes them, RFC 9110 section 5.6.7: in UTC, in English, whatever
 * zone and locale the process has. What is read may be in one of the
 * two older forms, too. Called by response.c, condition.c and site.c.
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

/* ---- reading ---------------------------------------------------------------------- */

/* One thing after the other; what does not fit sets `bad` for good. */
struct reader {
	const char *at;
	const char *end;
	bool bad;
};

static void skip(struct reader *reader, const char *text)
{
	size_t length = strlen(text);

	if ((size_t) (reader->end - reader->at) < length || memcmp(reader->at, text, length) != 0) {
		reader->bad = true;
		return;
	}
	reader->at += length;
}

static int read_number(struct reader *reader, int digits)
{
	int number = 0;

	if (reader->end - reader->at < digits) {
		reader->bad = true;
		return 0;
	}
	while (digits-- > 0) {
		char byte = *reader->at++;

		reader->bad |= byte < '0' || byte > '9';
		number = number * 10 + (byte - '0');
	}
	return number;
}

static int read_month(struct reader *reader)
{
	int i;

	for (i = 0; i < 12 && reader->end - reader->at >= 3; i++) {
		if (memcmp(reader->at, months[i], 3) == 0) {
			reader->at += 3;
			return i + 1;
		}
	}
	reader->bad = true;
	return 1;
}

static int read_time(struct reader *reader)
{
	int hour, minute, second;

	hour = read_number(reader, 2);
	skip(reader, ":");
	minute = read_number(reader, 2);
	skip(reader, ":");
	second = read_number(reader, 2);
	reader->bad |= hour > 23 || minute > 59 || second > 60; /* 60: a leap second */
	return hour * 3600 + minute * 60 + second;
}

/* Sun Nov  6 08:49:37 1994 */
static int read_asctime(struct reader *reader, struct day *day)
{
	int time;

	day->month = read_month(reader);
	skip(reader, " ");
	if (reader->at < reader->end && *reader->at == ' ') {
		reader->at++;
		day->day = read_number(reader, 1);
	} else {
		day->day = read_number(reader, 2);
	}
	skip(reader, " ");
	time = read_time(reader);
	skip(reader, " ");
	day->year = read_number(reader, 4);
	return time;
}

/* 06 Nov 1994 08:49:37 GMT, and with hyphens and a short year */
static int read_usual(struct reader *reader, bool old, struct day *day)
{
	int time;

	skip(reader, ", ");
	day->day = read_number(reader, 2);
	skip(reader, old ? "-" : " ");
	day->month = read_month(reader);
	skip(reader, old ? "-" : " ");
	day->year = read_number(reader, old ? 2 : 4);
	if (old) {
		day->year += day->year < 70 ? 2000 : 1900;
	}
	skip(reader, " ");
	time = read_time(reader);
	skip(reader, " GMT");
	return time;
}

static int days_in(int year, int month)
{
	return (int) (days_of(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - days_of(year, month, 1));
}

/* The day of the week says nothing that the date does not: any word will do. */
bool wsc_date_parse(struct wsc_slice text, int64_t *seconds)
{
	struct reader reader = {text.bytes, text.bytes + text.length, false};
	struct day day = {1970, 1, 1};
	size_t letters;
	int time;

	while (reader.at < reader.end && ((*reader.at | 0x20) >= 'a' && (*reader.at | 0x20) <= 'z')) {
		reader.at++;
	}
	letters = (size_t) (reader.at - text.bytes);
	if (letters < 3) {
		return false;
	}
	if (reader.at < reader.end && *reader.at == ' ') {
		reader.at++;
		time = read_asctime(&reader, &day);
	} else {
		time = read_usual(&reader, letters > 3, &day);
	}
	if (reader.bad || reader.at != reader.end || day.year < 1 || day.day < 1 ||
	    day.day > days_in(day.year, day.month)) {
		return false;
	}
	*seconds = days_of(day.year, day.month, day.day) * DAY + time;
	return true;
}
