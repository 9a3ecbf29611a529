<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->out('ready')->signal(SIGUSR1)->out('second')->signal(SIGUSR1)->out('second')->signal(SIGUSR2)->exit();
};
