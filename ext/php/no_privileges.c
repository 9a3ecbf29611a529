/* SPDX-License-Identifier: MIT
 *
 * privileges.c of a Windows, whose processes stay who they are: the options user and
 * group are refused there, so there is never anything to drop.
 */
#include "privileges.h"

#ifdef PHP_WIN32

bool wschat_privileges_parse(struct wschat_privileges *privileges, zend_string *user, zend_string *group,
                             uint32_t argument)
{
	memset(privileges, 0, sizeof *privileges);
	if (ZSTR_LEN(user) == 0 && ZSTR_LEN(group) == 0) {
		return true;
	}
	zend_argument_value_error(argument, "option \"%s\" is not for Windows: start the process as who it shall be",
	                          ZSTR_LEN(user) > 0 ? "user" : "group");
	return false;
}

void wschat_privileges_copy(struct wschat_privileges *to, const struct wschat_privileges *from)
{
	*to = *from;
}

void wschat_privileges_dtor(struct wschat_privileges *privileges)
{
	memset(privileges, 0, sizeof *privileges);
}

bool wschat_privileges_drop(void)
{
	return true;
}

#endif
