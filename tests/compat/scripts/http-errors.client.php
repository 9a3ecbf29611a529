<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->send(Peer::get('/open'))->eof();
    $talk->out('/open closed');
    $talk->connect()->send(Peer::get('/message'))->until("open\n")->send("more\n")->eof();
    $talk->out('/message closed');
};
