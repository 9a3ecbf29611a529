<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->connect()->until("in\n")->send("block\n")->until("\n");
    $talk->connect()->eof();
    $a->send("unblock\n")->until("\n");
    $b = $talk->connect()->until("in\n");
    $a->send("block\n")->until("\n")->drop();
    $b->send("unblock\n")->until("\n")->shutdown()->eof();
    $talk->out('closed');
};
