<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->out("server's");
};
