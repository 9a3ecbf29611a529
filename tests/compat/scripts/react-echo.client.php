<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->connect()->send('piped')->bytes(5)->send(' and on')->bytes(7)->shutdown()->eof();
    $talk->out('1 close');
    $b = $talk->connect()->until("welcome 2\n")->send("hello\n")->until("HELLO\n")->send("pause\n")->until("paused\n")->send("after\n")->until("AFTER\n")->send("end\n")->eof();
    $talk->out('2 close');
    $c = $talk->connect()->until("welcome 3\n")->send("gone\n")->until("GONE\n")->drop();
    $talk->out('3 close');
    $d = $talk->connect()->until("welcome 4\n")->send("stop\n")->eof();
    $talk->exit();
};
