Attribute VB_Name = "Dialogue"
Option Explicit
' Behind every button. Labels stand in the ribbon, sentences on the sheet _ui, the work in Python:
' this file is ASCII and the same in the workbook and in the add-in.

Private Const LETTERS As String = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
' All that RunPython takes from the configuration: a sheet or a file beside the workbook goes first.
Private Const SETTINGS As String = "INTERPRETER_WIN|INTERPRETER|PYTHONPATH|ADD_WORKBOOK_TO_PYTHONPATH" & _
    "|CONDA PATH|CONDA ENV|USE UDF SERVER|LICENSE_KEY|TEMP DIR|SHOW CONSOLE|SHOW_ERROR_POPUPS" & _
    "|ONEDRIVE_CONSUMER_WIN|ONEDRIVE_COMMERCIAL_WIN|SHAREPOINT_WIN"

Private shown As Object
Private front As Object

' --- callbacks of the ribbon

Public Sub OnLoad(ribbon As IRibbonUI)
    Set shown = ribbon
    If Not Host.IsAddin() Then Set front = New Watcher
End Sub

Public Sub OnClick(control As IRibbonControl)
    Press control.ID
End Sub

' The workbook's own tab steps back where the add-in shows the same one.
Public Sub GetVisible(control As IRibbonControl, ByRef visible As Variant)
    visible = Host.IsAddin() Or Not Host.AddinIsLoaded()
End Sub

Public Sub Refresh()
    If Not shown Is Nothing Then shown.Invalidate
End Sub

' --- a click

Public Sub Press(ByVal button As String)
    Dim refusal As String
    On Error GoTo Failed
    refusal = WhyNot(button)
    If refusal <> "" Then
        Host.Tell refusal, Sentence("title")
        Exit Sub
    End If
    Host.Remember
    If xlwings.RunPython("import xl_dialogue.macros; xl_dialogue.macros.click('" & button & "')") <> 0 Then
        Host.Restore
    End If
    Exit Sub
Failed:
    refusal = Filled("failed", "{detail}", Err.Description)
    Host.Restore
    Host.Tell refusal, Sentence("title")
End Sub

' The sentence that says why the button does nothing, "" when it may go on.
Private Function WhyNot(ByVal button As String) As String
    WhyNot = NoPlan(button)
    If WhyNot = "" Then WhyNot = NoPython()
End Function

Private Function NoPlan(ByVal button As String) As String
    If Host.IsBusy() Then
        NoPlan = Sentence("busy")
    ElseIf Host.ProtectedFile() <> "" Then
        NoPlan = Filled("protected", "{file}", Host.ProtectedFile())
    ElseIf Host.Target() Is Nothing Then
        NoPlan = Sentence("no_book")
    ElseIf Not HasOnly(button, LETTERS) Then
        NoPlan = Filled("bad_button", "{id}", button)
    ElseIf InStr(Host.Target().FullName, ";") + InStr(Host.Target().Name, "=") + InStr(Host.Target().Name, "%") > 0 Then
        ' RunPython cuts its arguments there, and the command line reads %NAME%
        NoPlan = Filled("bad_name", "{file}", Host.Target().FullName)
    End If
End Function

Private Function NoPython() As String
    Dim interpreter As String, stranger As String
    interpreter = OwnSetting("INTERPRETER_WIN")
    If interpreter = "" Or SearchesFolders() Then
        NoPython = Sentence("no_setup")
    ElseIf Not xlwings.FileExists(interpreter) Then
        NoPython = Filled("no_python", "{path}", interpreter)
    Else
        stranger = ForeignSetting(Host.Target())
        If stranger <> "" Then NoPython = Filled("foreign", "{what}", stranger)
    End If
End Function

' A module planted beside a foreign workbook would run in place of ours.
Private Function SearchesFolders() As Boolean
    If Host.IsAddin() Then SearchesFolders = LCase$(OwnSetting("ADD_WORKBOOK_TO_PYTHONPATH")) <> "false"
End Function

' The first thing by which the workbook would run other Python than this PC's, "" if there is none.
Private Function ForeignSetting(ByVal book As Workbook) As String
    Dim setting As Variant, page As Object
    For Each setting In Split(SETTINGS, "|")
        If LCase$(xlwings.GetConfig(CStr(setting), "", "")) <> LCase$(OwnSetting(CStr(setting))) Then
            ForeignSetting = "xlwings.conf: " & setting
            Exit Function
        End If
    Next setting
    For Each page In book.Worksheets
        If LCase$(Right$(page.Name, 3)) = ".py" Then ForeignSetting = page.Name
    Next page
End Function

' The add-in trusts the user's file alone; the workbook's own code trusts its own sheet before it.
Private Function OwnSetting(ByVal setting As String) As String
    If Not Host.IsAddin() Then OwnSetting = xlwings.GetConfig(setting, "", "sheet")
    If OwnSetting = "" Then OwnSetting = xlwings.GetConfig(setting, "", "user")
End Function

' --- words

Private Function HasOnly(ByVal text As String, ByVal allowed As String) As Boolean
    Dim place As Long
    For place = 1 To Len(text)
        If InStr(1, allowed, Mid$(text, place, 1), vbBinaryCompare) = 0 Then Exit Function
    Next place
    HasOnly = Len(text) > 0
End Function

Private Function Filled(ByVal code As String, ByVal mark As String, ByVal fact As String) As String
    Filled = Replace(Sentence(code), mark, fact)
End Function

' A sentence of the sheet _ui; the code itself where the sheet has been lost.
Public Function Sentence(ByVal code As String) As String
    Dim page As Object, row As Long
    Sentence = code
    On Error GoTo Lost
    Set page = ThisWorkbook.Worksheets("_ui")
    row = 1
    Do While page.Cells(row, 1).Value <> ""
        If page.Cells(row, 1).Value = code Then
            Sentence = page.Cells(row, 2).Value
            Exit Function
        End If
        row = row + 1
    Loop
Lost:
End Function
