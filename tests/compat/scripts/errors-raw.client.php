<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->connect()->until("open\n")->send("throw\n")->until("error\n")->send("fine\n")->until("got fine\n")->shutdown()->eof();
    $talk->out('closed fine');
    $b = $talk->connect()->until("open\n")->send("later\n")->until("got later\n")->shutdown()->eof();
    $talk->out('closed later');
    $talk->connect()->until("open\n");
};
